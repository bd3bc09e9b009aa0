import type { Language } from "../../src/text/text.ts";
import type { Figure } from "../figure.ts";
import { askedIn, engineTurn, firstStored } from "./engine-turn.ts";
import { FIRST_OF_TABLE, tableTurn } from "./table-turn.ts";
import { benchContext, benchFlow, replyTo } from "./typed-replies.ts";

/** A conversation to play again: its language and what is typed, turn by turn. */
interface Script {
  readonly language: Language;
  readonly texts: readonly string[];
}

const REPEATS = 9;
const TURNS = 40_000;

/**
 * Turns a second of the engine on one core: stored JSON → zod → readReply → progress → JSON, over whole conversations of about twenty questions of
 * all kinds in both languages, by processor time. The floor is the hand-written table on the same replies; the two take turns, medians count.
 */
export async function measureEngineTurn(): Promise<Figure> {
  const flow = benchFlow();
  const first = firstStored(flow, benchContext);
  const engine = (stored: string, text: string, language: Language) =>
    engineTurn(flow, stored, text, language, benchContext);
  const table = (stored: string, text: string) => tableTurn(stored, text, benchContext);
  const scripts = Array.from({ length: 60 }, (_, number) => script(number, first, engine));
  checkAlike(scripts, first, engine, table);
  const rates: { engine: number[]; table: number[] } = { engine: [], table: [] };
  for (let repeat = 0; repeat <= REPEATS; repeat += 1) {
    const measured = { engine: rateOf(scripts, first, engine), table: rateOf(scripts, FIRST_OF_TABLE, table) };
    // The first repeat warms up.
    if (repeat === 0) continue;
    rates.engine.push(measured.engine);
    rates.table.push(measured.table);
  }
  const value = median(rates.engine);
  const floor = median(rates.table);
  return { name: "engine.turn", value, unit: "turns/s", floor, ratio: value / floor, better: "higher" };
}

type Turn = (stored: string, text: string, language: Language) => string;

function script(number: number, first: string, turn: Turn): Script {
  const language = number % 2 === 0 ? "fi" : "en";
  const texts: string[] = [];
  let stored = first;
  for (let asked = askedIn(stored); asked !== null; asked = askedIn(stored)) {
    const text = replyTo(asked, language, Math.floor(number / 2));
    texts.push(text);
    stored = turn(stored, text, language);
  }
  return { language, texts };
}

/** Both must come to the same answers, else they do not do the same work. Rows are called differently: their names, and what is tagged, are left out. */
function checkAlike(scripts: readonly Script[], first: string, engine: Turn, table: Turn): void {
  for (const one of scripts) {
    const [ours, theirs] = [play(one, first, engine), play(one, FIRST_OF_TABLE, table)].map(plainAnswers);
    if (ours !== theirs) throw new Error(`The table and the engine differ:\n${ours}\n${theirs}`);
  }
}

function plainAnswers(stored: string): string {
  const state: { answers: object } = JSON.parse(stored);
  return JSON.stringify(state.answers, (key, value: unknown) =>
    key === "rows" || key === "main-service" ? undefined : value,
  );
}

function play({ language, texts }: Script, first: string, turn: Turn): string {
  let stored = first;
  for (const text of texts) stored = turn(stored, text, language);
  return stored;
}

function rateOf(scripts: readonly Script[], first: string, turn: Turn): number {
  let turns = 0;
  const from = coreSeconds();
  for (let number = 0; turns < TURNS; number += 1) {
    const one = scripts[number % scripts.length];
    if (!one) throw new Error("no scripts");
    play(one, first, turn);
    turns += one.texts.length;
  }
  return turns / (coreSeconds() - from);
}

/** Processor time of this process, so that what else the machine does counts little: the turns of one second of one core. */
function coreSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
