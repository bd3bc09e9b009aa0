import { type Asked, chooseAnswer, type Given } from "../support/choose-answer.ts";
import { askedIn, type Shown, type Tappable, tappable } from "../web/shown.ts";
import { sideBySide } from "../web/side-by-side.ts";
import { type TeamsDoor, type TeamsEvent, tapped, typed } from "./teams-activities.ts";
import { FLOW, type TeamsPerson, teamsPeople } from "./teams-people.ts";
import type { TeamsStands, TeamsStub } from "./teams-stub.ts";

/** Someone with the question that stands before them. */
export interface Answering extends TeamsPerson {
  readonly number: number;
  /** The coach's newest message in their private chat. */
  newest: TeamsStands;
  readonly given: Given[];
}

/** Everyone takes part in their team's round, by the button of its card; resolves with the first question before each. */
export async function takePart(stub: TeamsStub, door: TeamsDoor, atOnce: number): Promise<readonly Answering[]> {
  const answering: Answering[] = [];
  await sideBySide([...teamsPeople.entries()], atOnce, async ([number, person]) => {
    const card = stub.standing(person.team.channel)[0];
    const join = card && tappable(card.card, "take-part");
    if (!join) throw new Error(`No card of ${FLOW} stands in ${person.team.channel}`);
    const newest = await carriedOut(stub, door, tapped(person, card, join));
    answering.push({ ...person, number, newest, given: [] });
  });
  return answering.toSorted((a, b) => a.number - b.number);
}

/** The next answer of someone who is asked; every other one is typed. Notes it as given. */
function nextAnswer(stub: TeamsStub, person: Answering): TeamsEvent {
  const { newest, given } = person;
  const asked = askedOn(newest);
  if (!asked) throw new Error(`${person.user} is asked nothing after ${given.length} answers`);
  const { button, ...answer } = chooseAnswer(person, asked);
  given.push(answer);
  return answer.how === "typed" ? typed(stub, person, String(answer.level)) : tapped(person, newest, button);
}

export function askedOn({ conversation, id, text, card }: TeamsStands): Asked<Tappable> | undefined {
  const shown: Shown = { id, room: conversation, thread: null, from: { kind: "coach" }, text, card };
  return askedIn(shown);
}

/** Sends an activity; resolves when it is answered and the message that answers it stands. */
async function carriedOut(stub: TeamsStub, door: TeamsDoor, event: TeamsEvent): Promise<TeamsStands> {
  const answer = stub.next(event.answersTo);
  const [message] = await Promise.all([answer, door.deliver(stub, event)]);
  return message;
}

/** Everyone answers one question, each in turn, so many at a time. Resolves with the activities and how long it took. */
export async function answerPart(
  stub: TeamsStub,
  door: TeamsDoor,
  people: readonly Answering[],
  atOnce: number,
): Promise<{ readonly events: readonly TeamsEvent[]; readonly seconds: number }> {
  const events: TeamsEvent[] = [];
  const seconds = await sideBySide(people, atOnce, async (person) => {
    const event = nextAnswer(stub, person);
    events.push(event);
    person.newest = await carriedOut(stub, door, event);
  });
  return { events, seconds };
}

/** The same activities again, for another server. */
export function repeatPart(
  stub: TeamsStub,
  door: TeamsDoor,
  events: readonly TeamsEvent[],
  atOnce: number,
): Promise<number> {
  return sideBySide(events, atOnce, (event) => carriedOut(stub, door, event));
}
