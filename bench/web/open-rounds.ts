import type { Agent } from "node:http";
import type { BenchTeam } from "./bench-company.ts";
import { type AtChat, openPage } from "./person.ts";
import { type Shown, standingValues, type Tappable, tappable } from "./shown.ts";

interface Found {
  readonly message: string;
  readonly option: Tappable;
}

/** The facilitator starts digital maturity from the offer's form; then everyone in the team takes part and has the first question before them. */
export async function openRound(port: number, agent: Agent, { id, people }: BenchTeam): Promise<void> {
  const [facilitator = ""] = people;
  const page = await openPage(port, facilitator, agent);
  await page.say("Aloita digikypsyys");
  const offer = await page.next(showing("prepare"));
  const form = await page.tap(offer.message, offer.option);
  const opening = tappable(form, "open-round");
  if (!opening) throw new Error(`${facilitator} got no form to open a round: ${JSON.stringify(form)}`);
  await page.submit(opening, standingValues(form));
  const card = await page.next(showing("take-part"));
  await Promise.all(
    people.map((person) => takePart(port, agent, person, card, person === facilitator ? page : undefined)),
  );
  if ((await page.messages(`channel:${id}`)).length !== 1)
    throw new Error(`${id} has more in its channel than the round's card`);
}

async function takePart(
  port: number,
  agent: Agent,
  person: string,
  card: Found,
  standing: AtChat | undefined,
): Promise<void> {
  const page = standing ?? (await openPage(port, person, agent));
  await page.tap(card.message, card.option);
  await page.next(showing("answer"));
  page.leave();
}

function showing(kind: string): (message: Shown) => Found | undefined {
  return ({ id, card }) => {
    const option = tappable(card, kind);
    return option && { message: id, option };
  };
}
