import { stdin, stdout } from "node:process";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { loadFlows, problemText } from "../flow/load-flows.ts";
import { exampleAnswers } from "../flow/loading/example-answers.ts";
import { LANGUAGES } from "../text/text.ts";
import { findFlow } from "./find-flow.ts";
import { beginTalk, type Subject, takeLine } from "./talk.ts";
import { transcript } from "./transcript.ts";

const USAGE = `npm run play <flow> -- [--language fi|en] [--transcript] [--folder flows] [--company ID]`;

// Whoever reads along may stop early (`| head`): then there is nobody to write to.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

/** npm run play: talks through a flow in the terminal, or prints all of it. FLOWS_DIR and --company bring in a company's own flows. */
try {
  await play();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function play(): Promise<void> {
  const { positionals, values } = readArguments();
  const companies = process.env.FLOWS_DIR;
  const loaded = loadFlows(values.folder, companies ? { companies } : {});
  if (!loaded.ok) throw new Error(loaded.problems.map(problemText).join("\n"));
  const found = findFlow(positionals.join(" "), loaded.value.all(values.company));
  if (!found.ok) throw new Error(`${found.reason}\n${USAGE}`);
  const language = LANGUAGES.find((known) => known === values.language);
  if (language === undefined) throw new Error(`The languages are ${LANGUAGES.join(" and ")}.\n${USAGE}`);
  const flow = found.value;
  const flowOf = (id: string) => loaded.value.get(values.company, id);
  if (values.transcript) print(transcript(flow, flowOf, language));
  else await talkThrough({ flow, context: exampleAnswers(flow, flowOf, language).context, language });
}

function readArguments() {
  const text = (value: string) => ({ type: "string", default: value }) as const;
  return parseArgs({
    allowPositionals: true,
    options: {
      language: text("fi"),
      folder: text("flows"),
      company: text(""),
      transcript: { type: "boolean", default: false },
    },
  });
}

async function talkThrough(subject: Subject): Promise<void> {
  let turn = beginTalk(subject);
  print(turn.lines);
  const reader = createInterface({ input: stdin, output: stdout, prompt: "> " });
  reader.prompt();
  for await (const line of reader) {
    turn = takeLine(line, turn.standing, subject);
    print(turn.lines);
    if (turn.over) break;
    reader.prompt();
  }
  reader.close();
}

function print(lines: readonly string[]): void {
  if (lines.length > 0) stdout.write(`${lines.join("\n")}\n`);
}
