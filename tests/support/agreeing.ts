import { type Journey, optionsOf, thread } from "./journey.ts";
import { TEAM } from "./maturity-round.ts";

/** Satu starts a flow that the team answers together, from its channel. */
export async function begins(journey: Journey, flow: string): Promise<void> {
  await journey.says("satu", `aloita ${flow}`, { in: TEAM });
  const form = await journey.opensForm("satu", "Aloita kierros", TEAM);
  await journey.submits("satu", form, {}, TEAM);
}

/** The facilitator answers a step of the thread in everybody's name: proposed, taken, recorded. `before` is called before the last tap. */
export async function agrees(
  journey: Journey,
  flow: string,
  text: string,
  before: () => void = () => undefined,
): Promise<void> {
  const place = thread("koneet", `koneet:${flow}:1`);
  await journey.says("satu", text, { in: place });
  const offered = journey
    .messages(place)
    .flatMap(({ message }) => optionsOf(message))
    .find(({ label }) => label.startsWith("Otetaan: ") || label === "Rivit valmiit");
  await journey.taps("satu", offered?.label ?? "Otetaan", place);
  before();
  await journey.taps("satu", "Ei muuta, kirjataan", place);
}
