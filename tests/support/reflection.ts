import type { Journey } from "./journey.ts";

/** What somebody says to the six questions of the reflection, in either language: the fourth is a day, the second and the last are passed by. */
export const REFLECTED = ["Asiakas tulee ensin", "skip", "Soitan tarjousten perään", "4.12.2026", "Paluita", "skip"];

/** Someone begins a reflection for themselves in their private chat. */
export async function beginsOwn(journey: Journey, person = "jari", button = "Itseksesi"): Promise<void> {
  await journey.says(person, button === "Itseksesi" ? "aloita reflektointi" : "start reflection");
  await journey.taps(person, button);
}

/** Types one answer a question, from the one that stands there. */
export async function reflects(journey: Journey, person = "jari", said: readonly string[] = REFLECTED): Promise<void> {
  for (const text of said) await journey.says(person, text);
}
