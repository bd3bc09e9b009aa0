import type { Journey } from "./journey.ts";

export const DAY = 24 * 60 * 60 * 1000;

/** What the digest shows a person who asks for it now. */
export async function digestOf(journey: Journey, person: string): Promise<string> {
  await journey.says(person, "kooste");
  return journey.sees(person);
}
