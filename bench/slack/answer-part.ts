import { chooseAnswer, type Given } from "../support/choose-answer.ts";
import { sideBySide } from "../web/side-by-side.ts";
import { type SlackDoor, type SlackEvent, tapped, typed } from "./slack-events.ts";
import { FLOW, type SlackPerson, slackPeople } from "./slack-people.ts";
import type { SlackStands, SlackStub } from "./slack-stub.ts";
import { askedIn, buttonsIn } from "./tapped-blocks.ts";

/** Someone with the question that stands before them. */
export interface Answering extends SlackPerson {
  readonly number: number;
  /** The coach's newest message in their private chat. */
  newest: SlackStands;
  readonly given: Given[];
}

/** Everyone takes part in their team's round, by the button of its card; resolves with the first question before each. The events are told to `seen`. */
export async function takePart(
  stub: SlackStub,
  door: SlackDoor,
  atOnce: number,
  seen: (event: SlackEvent) => void = () => undefined,
): Promise<readonly Answering[]> {
  const answering: Answering[] = [];
  await sideBySide([...slackPeople.entries()], atOnce, async ([number, person]) => {
    const card = stub.standing(person.team.channel)[0];
    const join = card && buttonsIn(card.blocks).find(({ action }) => action.kind === "take-part");
    if (!join) throw new Error(`No card of ${FLOW} stands in ${person.team.channel}`);
    const event = tapped(stub, person, card, join);
    seen(event);
    answering.push({ ...person, number, newest: await carriedOut(stub, door, event), given: [] });
  });
  return answering.toSorted((a, b) => a.number - b.number);
}

/** The next answer of someone who is asked; every other one is typed. Notes it as given. */
export function nextAnswer(stub: SlackStub, person: Answering): SlackEvent {
  const { newest, given } = person;
  const asked = askedIn(newest.blocks);
  if (!asked) throw new Error(`${person.user} is asked nothing after ${given.length} answers`);
  const { button, ...answer } = chooseAnswer(person, asked);
  given.push(answer);
  const { action: _, ...tap } = button;
  return answer.how === "typed" ? typed(stub, person, String(answer.level)) : tapped(stub, person, newest, tap);
}

/** Sends an event; resolves when it is acknowledged and the message that answers it stands. */
async function carriedOut(stub: SlackStub, door: SlackDoor, event: SlackEvent): Promise<SlackStands> {
  const answer = stub.next(event.answersTo);
  const [message] = await Promise.all([answer, door.deliver(event)]);
  return message;
}

/** Everyone answers one question, each in turn, so many at a time. Resolves with the events and how long it took. */
export async function answerPart(
  stub: SlackStub,
  door: SlackDoor,
  people: readonly Answering[],
  atOnce: number,
): Promise<{ readonly events: readonly SlackEvent[]; readonly seconds: number }> {
  const events: SlackEvent[] = [];
  const seconds = await sideBySide(people, atOnce, async (person) => {
    const event = nextAnswer(stub, person);
    events.push(event);
    person.newest = await carriedOut(stub, door, event);
  });
  return { events, seconds };
}

/** The same events again, for another server. */
export function repeatPart(
  stub: SlackStub,
  door: SlackDoor,
  events: readonly SlackEvent[],
  atOnce: number,
): Promise<number> {
  return sideBySide(events, atOnce, (event) => carriedOut(stub, door, event));
}
