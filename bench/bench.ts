// Measures Luotsi, each figure beside its floor: npm run bench [-- --json] [NAME…], a name being the beginning of a figure's.
import { existsSync } from "node:fs";
import { measureChartPng } from "./charts/png.ts";
import { measureCustomers } from "./customers/customers.ts";
import { measureEngineRss } from "./engine/rss.ts";
import { measureEngineTurn } from "./engine/turn.ts";
import type { Figure } from "./figure.ts";
import { measureDrain } from "./reminders/drain.ts";
import { measurePaced } from "./reminders/paced.ts";
import { measureSlackAck } from "./slack/ack.ts";
import { measureSlackTurn } from "./slack/turn.ts";
import { measureStart } from "./start/start.ts";
import { measureStoreInsert } from "./store/insert.ts";
import { measureStoreOpen } from "./store/open.ts";
import { figureLine, figureTable } from "./support/print-figures.ts";
import { measureTeamsTurn } from "./teams/turn.ts";
import { measureWebTurn } from "./web/turn.ts";

interface Bench {
  /** The figures that it gives. */
  readonly names: readonly string[];
  readonly measure: () => Promise<readonly Figure[]>;
}

const BENCHES: readonly Bench[] = [
  // First, while the process has not grown from anything else: chart.rss is what pictures alone add.
  { names: ["chart.png", "chart.rss"], measure: measureChartPng },
  { names: ["engine.turn"], measure: async () => [await measureEngineTurn()] },
  { names: ["engine.rss"], measure: async () => [await measureEngineRss()] },
  { names: ["store.insert"], measure: measureStoreInsert },
  { names: ["store.open", "store.open.rss"], measure: measureStoreOpen },
  { names: ["reminders.plan", "reminders.drain", "reminders.first"], measure: measureDrain },
  { names: ["reminders.paced", "reminders.replies"], measure: measurePaced },
  {
    names: [
      "customers.nightly",
      "customers.lists",
      "customers.register",
      "customers.search",
      "customers.home",
      "customers.replan",
    ],
    measure: measureCustomers,
  },
  { names: ["web.turn", "rss"], measure: measureWebTurn },
  { names: ["slack.turn", "slack.cpu", "slack.least", "slack.least.cpu"], measure: measureSlackTurn },
  { names: ["slack.ack"], measure: async () => [await measureSlackAck()] },
  { names: ["teams.turn", "rss.channels"], measure: measureTeamsTurn },
  { names: ["start"], measure: measureStart },
];

const given = process.argv.slice(2);
const json = given.includes("--json");
const wanted = given.filter((one) => one !== "--json");
const isWanted = (name: string) => wanted.length === 0 || wanted.some((one) => name.startsWith(one));
const chosen = BENCHES.filter(({ names }) => names.some(isWanted));

if (!existsSync("package.json")) fail("Run this in the project's folder.");
if (chosen.length === 0) fail(`No figure begins so. There are: ${BENCHES.flatMap(({ names }) => names).join(", ")}`);

const figures: Figure[] = [];
for (const { names, measure } of chosen) {
  try {
    const measured = (await measure()).filter(({ name }) => isWanted(name));
    figures.push(...measured);
    if (json) for (const figure of measured) console.log(figureLine(figure));
  } catch (error) {
    fail(`${names.join(", ")}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
if (!json && figures.length > 0) console.log(figureTable(figures));

/** The other figures are still measured. */
function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
