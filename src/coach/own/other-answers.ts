import { findRound } from "../../rounds/own-record.ts";
import { type Response, responses } from "../../rounds/response.ts";
import { flowOf, type SceneSources } from "../load-scene.ts";
import type { Listener, OtherAnswers } from "../scene.ts";

/** So many earlier answers can be reached from a card; those who have more find them from the older ones. */
const MOST = 20;

/** What else this person has answered, the newest first. */
export async function otherAnswers(
  sources: SceneSources,
  { person }: Listener,
  company: string,
  round: string,
): Promise<readonly OtherAnswers[]> {
  if (!person) return [];
  const equals = { company, person: person._id, open: [true, false] };
  const all = await sources.store.find(responses, { name: "openOfPerson", equals });
  const others = all
    .filter((one) => one.round !== round && Object.keys(one.answers).length > 0)
    .toSorted((a, b) => begunAt(b) - begunAt(a))
    .slice(0, MOST);
  const found = await Promise.all(
    others.map(async (one) => {
      const about = await findRound(sources.store, one.round, person._id);
      const flow = about && (await flowOf(sources, about));
      return about && flow ? [{ round: about, flow }] : [];
    }),
  );
  return found.flat();
}

/** The order stays as it is however often somebody looks at them. */
function begunAt({ answers }: Response): number {
  return Math.min(...Object.values(answers).map(({ at, history }) => history[0]?.at ?? at));
}
