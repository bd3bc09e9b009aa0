import { Agent } from "node:http";
import { collections } from "../../src/collections.ts";
import { type Response, responses } from "../../src/rounds/response.ts";
import { openEmbeddedStore } from "../../src/store/embedded/open-embedded-store.ts";
import type { Given } from "../support/choose-answer.ts";
import type { AllGiven } from "./answer-all.ts";
import { openPage } from "./person.ts";
import { askedIn, type Shown, tappables } from "./shown.ts";
import { sideBySide } from "./side-by-side.ts";

/** Everything that is on people's screens, asked for anew. */
export async function readScreens(
  port: number,
  people: Iterable<string>,
): Promise<ReadonlyMap<string, readonly Shown[]>> {
  const agent = new Agent({ keepAlive: true });
  const screens = new Map<string, readonly Shown[]>();
  await sideBySide([...people], 8, async (person) => {
    const page = await openPage(port, person, agent);
    screens.set(person, await page.messages(`private:${person}`));
    page.leave();
  });
  agent.destroy();
  return screens;
}

/** Each answer given is on its person's screen once, and no question is left. Gives what is wrong, a line each. */
export function checkScreens(given: AllGiven, screens: ReadonlyMap<string, readonly Shown[]>): readonly string[] {
  return [...given].flatMap(([person, answers]) => {
    const screen = screens.get(person) ?? [];
    const receipts = screen.flatMap(({ card, text }) => {
      const [change, ...more] = tappables(card);
      return change?.action.kind === "change" && more.length === 0 ? [{ step: change.action.step, text }] : [];
    });
    const typed = screen.filter(({ from }) => from.kind === "person").map(({ text }) => text);
    const wanted = answers.flatMap(({ how, level }) => (how === "typed" ? [String(level)] : []));
    return [
      ...answers
        .filter(
          ({ step, level }) =>
            receipts.filter((one) => one.step === step && new RegExp(`\\b${level}, `).test(one.text)).length !== 1,
        )
        .map(({ step, level }) => `${person}: the screen does not show ${level} for ${step} once`),
      ...(receipts.length === answers.length
        ? []
        : [`${person}: ${receipts.length} receipts for ${answers.length} answers`]),
      ...(screen.some(askedIn) ? [`${person}: a question is left on the screen`] : []),
      ...(typed.filter((text) => /^\d$/.test(text)).join() === wanted.join()
        ? []
        : [`${person}: typed ${wanted.join()}, the screen shows ${typed.join()}`]),
    ];
  });
}

/** Each answer given is in its person's response once, as given, and nothing waits to be sent. For when Luotsi is stopped. */
export async function checkStore(
  folder: string,
  company: string,
  given: AllGiven,
  rounds: ReadonlySet<string>,
): Promise<readonly string[]> {
  const store = await openEmbeddedStore({ folder, collections });
  try {
    const stored = await Promise.all(
      [...rounds].map((round) => store.find(responses, { name: "ofRound", equals: { company, round } })),
    );
    const all = stored.flat();
    const ofPerson = (asked: string) => all.filter(({ person }) => person === asked);
    return [
      ...(all.length === given.size ? [] : [`${all.length} responses are stored for ${given.size} people`]),
      ...[...given].flatMap(([person, answers]) => {
        const [response, ...more] = ofPerson(person);
        if (!response || more.length > 0) return [`${person} has ${more.length + (response ? 1 : 0)} responses`];
        return wrongIn(response, answers).map((line) => `${person}: ${line}`);
      }),
    ];
  } finally {
    await store.close();
  }
}

function wrongIn(response: Response, answers: readonly Given[]): readonly string[] {
  const steps = Object.keys(response.answers);
  return [
    ...(steps.length === answers.length ? [] : [`${steps.length} answers are stored of ${answers.length}`]),
    ...answers.flatMap(({ step, level }) => {
      const answer = response.answers[step];
      const right =
        answer?.value.kind === "level" &&
        answer.value.level === level &&
        answer.revision === 1 &&
        !answer.history.length;
      return right ? [] : [`${step} is stored as ${JSON.stringify(answer)}, given was ${level}`];
    }),
    ...(response.finishedAt === null ? ["not finished"] : []),
    ...(Object.keys(response.outbox).length > 0 ? ["something waits to be sent"] : []),
  ];
}
