import { compileFlow } from "../flow/compile-flow.ts";
import type { Flow } from "../flow/flow.ts";
import type { Language } from "../text/text.ts";
import { playWords } from "./play-words.ts";

/** What stands above a flow: its name, what it gives, how long it is, what it builds on. */
export function showFlow(flow: Flow, language: Language): string[] {
  const say = playWords[language];
  const { questions } = compileFlow(flow);
  return [
    `${flow.title[language]} (${flow.workbook}/${flow.id}, ${[flow.participation, ...(flow.alsoAs ?? [])].join(", ")})`,
    flow.gives[language],
    say.questions(questions.length, flow.minutes),
    ...(flow.reading === undefined ? [] : [flow.reading[language]]),
    ...(flow.needs === undefined ? [] : [say.builtOn(flow.needs)]),
  ];
}
