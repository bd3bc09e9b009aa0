import { awaited } from "../awaited.ts";
import { Person } from "./person.ts";
import type { Dialog, Platform, Spot } from "./platform.ts";

/** A team of five, one of whom reads English. Satu runs the workspace. */
export const FIVE = [
  { user: "USATU", name: "Satu Virtanen", language: "fi", admin: true },
  { user: "UJARI", name: "Jari Lahtinen", language: "fi" },
  { user: "UPEKKA", name: "Pekka Salo", language: "fi" },
  { user: "UMARJA", name: "Marja Koski", language: "fi" },
  { user: "UPRIYA", name: "Priya Shah", language: "en" },
] as const;

export const CHANNEL: Spot = { kind: "channel" };

/** Opens the form of a round, again until everyone stands in it: Slack's people become known one by one. */
function opensStart(person: Person, where: Spot, invited: number): Promise<Dialog> {
  return awaited(
    async () => {
      const form = await person.opens("Aloita kierros", where);
      return (form.fields.invited ?? []).length >= invited ? form : undefined;
    },
    () => `not all ${invited} can be invited`,
    { everyMs: 100 },
  );
}

/** Starts a round from the channel, and waits for its card. */
export async function startsRound(person: Person, invited: number): Promise<void> {
  const { answered } = await person.says("aloita digikypsyys", CHANNEL);
  const form = await opensStart(person, answered, invited);
  const submitted = await form.submit();
  if (submitted.kind !== "closed") throw new Error(`the round did not open: ${submitted.words}`);
  await person.sees(`0/${invited} vastannut`, CHANNEL);
}

/** "2 3 #4": typed levels, or with "#" tapped ones; "-" for "can't say". Waits for each question before answering it, and for the last word. */
export async function answers(person: Person, levels: string, { from = 1, since = 0 } = {}): Promise<void> {
  for (const [nth, level] of levels.split(" ").entries()) {
    await isAsked(person, from + nth, since);
    if (level.startsWith("#")) await person.taps(level.slice(1));
    else await person.says(level === "-" ? "en osaa sanoa" : level);
  }
  await reaches(person, ["Kaikkiin kohtiin on vastattu", "Every question is answered"], since);
}

/** Waits for a question, not looking at so many older messages. */
export function isAsked(person: Person, question: number, since = 0): Promise<void> {
  return reaches(person, [` · ${question}/6`], since);
}

/** Waits for words. Who typed faster than the platform could tell that the question stands there is asked whether it was meant so, and says yes. */
async function reaches(person: Person, wanted: readonly string[], since: number): Promise<void> {
  for (;;) {
    const next = await awaited(
      () => {
        const sure = SURE.find((label) => person.isOffered(label));
        if (sure !== undefined) return sure;
        const fresh = person.platform.sheets(person.chat).slice(since);
        return fresh.some(({ words }) => wanted.some((one) => words.includes(one))) ? "there" : undefined;
      },
      () => `${person.user} does not see ${wanted.join(" or ")}. There is:\n${person.transcript()}`,
    );
    if (next === "there") return;
    await person.taps(next);
    await awaited(
      () => !person.isOffered(next) || undefined,
      () => `[${next}] led nowhere`,
    );
  }
}

const SURE = ["Kyllä, kirjaa", "Yes, record it"];

export function peopleOf(platform: Platform): readonly Person[] {
  return platform.people.map(({ user }) => new Person(platform, user));
}

const AGREEING = ["Suljetaan silti", "Hyväksy nämä yhdessä", "Puhuttu", "Kirjaa", "Valitse nostettavat"] as const;

/** The facilitator closes the round, accepts what all saw alike, and records the rest as it is offered. */
export async function closesAndAgrees(person: Person): Promise<void> {
  await person.taps("Sulje nyt");
  for (;;) {
    const next = await awaited(
      () => AGREEING.find((label) => person.isOffered(label)),
      () => `nothing leads on to the lifting:\n${person.transcript()}`,
    );
    if (next === "Valitse nostettavat") return;
    const standing = wordsOf(person);
    await person.taps(next);
    await awaited(
      () => wordsOf(person) !== standing || undefined,
      () => `[${next}] led nowhere:\n${person.transcript()}`,
    );
  }
}

function wordsOf(person: Person): string {
  return person.platform.sheets(person.chat).at(-1)?.words ?? "";
}

/** Writes down what is lifted, first with nothing filled in: that is told at the fields, and nothing is lost. */
export async function lifts(person: Person): Promise<void> {
  const form = await person.opens("Valitse nostettavat");
  const refused = await form.submit({ lift: [], deed: "" });
  if (refused.kind !== "stays") throw new Error("a form with nothing in it was taken");
  const topic = form.fields.lift?.find((label) => label.startsWith("Asiakastieto")) ?? "";
  const deed = { deed: "Listaa nykyiset rekisterit", owner: "Satu Virtanen" };
  const plan = { lift: [topic], ...deed, due: "2026-12-11", lookAgain: "2027-03-15" };
  const submitted = await refused.dialog.submit(plan);
  if (submitted.kind !== "closed") throw new Error(`the lifting was not taken: ${submitted.words}`);
  await person.sees("Listaa nykyiset rekisterit", CHANNEL);
}
