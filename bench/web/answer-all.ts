import { Agent } from "node:http";
import { chooseAnswer, type Given } from "../support/choose-answer.ts";
import { type AtChat, openPage } from "./person.ts";
import { askedIn, type Shown } from "./shown.ts";
import { sideBySide } from "./side-by-side.ts";

/** What each person answered, in order. */
export type AllGiven = ReadonlyMap<string, readonly Given[]>;

export interface Answered {
  readonly given: AllGiven;
  readonly seconds: number;
}

/** As many as sit at their pages at the same time. */
const AT_ONCE = 16;

/** Everyone answers every question that stands in their private chat, each as soon as they see it. A turn ends when the next message is on the screen. */
export async function answerAll(port: number, people: readonly string[]): Promise<Answered> {
  const agent = new Agent({ keepAlive: true });
  const given = new Map<string, readonly Given[]>();
  try {
    const seconds = await sideBySide([...people.entries()], AT_ONCE, async ([number, person]) => {
      const page = await openPage(port, person, agent);
      given.set(person, await answerEach(page, person, number));
      page.leave();
    });
    return { given, seconds };
  } finally {
    agent.destroy();
  }
}

export function turnsOf(given: AllGiven): number {
  return [...given.values()].reduce((sum, answers) => sum + answers.length, 0);
}

async function answerEach(page: AtChat, person: string, number: number): Promise<readonly Given[]> {
  const room = `private:${person}`;
  const standing = await page.messages(room);
  const seen = new Set(standing.map(({ id }) => id));
  // The round's card in the channel is drawn anew meanwhile.
  const isNew = ({ id, room: where, from }: Shown) => where === room && from.kind === "coach" && !seen.has(id);
  const given: Given[] = [];
  let current = standing.flatMap((message) => questionIn(message) ?? []).at(-1);
  while (current) {
    const { message, asked } = current;
    const { button, ...answer } = chooseAnswer({ number, given }, asked);
    if (answer.how === "typed") await page.say(String(answer.level));
    else await page.tap(message.id, button);
    given.push(answer);
    const next = await page.next((one) => (isNew(one) ? one : undefined));
    seen.add(next.id);
    current = questionIn(next);
  }
  return given;
}

function questionIn(message: Shown) {
  const asked = askedIn(message);
  return asked && { message, asked };
}
