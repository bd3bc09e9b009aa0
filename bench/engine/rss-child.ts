// Opens rounds in a fresh process and answers half of each: rss-child.mjs ROUNDS → {"grownMegabytes"}
import type { FlowContext } from "../../src/flow/context.ts";
import { askedIn, engineTurn, firstStored } from "./engine-turn.ts";
import { benchContext, benchFlow, replyTo } from "./typed-replies.ts";

const rounds = Number(process.argv[2]);
const flow = benchFlow();

/** Each round has its own company: people and customers of its own, read from the store for each turn. */
function contextOf(round: number): FlowContext {
  const text = JSON.stringify({
    ...benchContext,
    people: [...benchContext.people, { id: `p-${round}`, name: `Henkilö ${round}` }],
    customers: [...benchContext.customers, { id: `c-${round}`, name: `Asiakas ${round} Oy` }],
  });
  return JSON.parse(text);
}

function answerHalf(round: number): number {
  const language = round % 2 === 0 ? "fi" : "en";
  let stored = firstStored(flow, contextOf(round));
  for (let turn = 0; turn < 10; turn += 1) {
    const asked = askedIn(stored);
    if (asked === null) throw new Error("it ended too early");
    stored = engineTurn(flow, stored, replyTo(asked, language, round), language, contextOf(round));
  }
  return stored.length;
}

for (let round = 0; round < 2000; round += 1) answerHalf(round);
const before = process.memoryUsage.rss();
for (let round = 0; round < rounds; round += 1) answerHalf(round);
console.log(JSON.stringify({ grownMegabytes: (process.memoryUsage.rss() - before) / 1e6 }));
