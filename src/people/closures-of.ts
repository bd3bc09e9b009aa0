import type { Store } from "../store/store.ts";
import { type Company, companies, teams } from "./records.ts";

/** What a team and then its company have said of their closed weeks, straight from the store. */
export async function closuresOf(
  store: Store,
  { company, team }: { readonly company: string; readonly team: string },
): Promise<readonly Company["closedWeeks"][]> {
  const [own, all] = await Promise.all([store.get(teams, team), store.get(companies, company)]);
  return [own?.closedWeeks, all?.closedWeeks];
}
