import { numberIn, rowsIn, textIn } from "../../../customers/effects/answered.ts";
import { questionOf } from "../../../flow/compile-flow.ts";
import { answersInPlay } from "../../../flow/progress.ts";
import type { Message } from "../../../message/message.ts";
import { words } from "../../../text/text.ts";
import { valuesIn } from "../../draw/asking/question-view.ts";
import { heading, messageOf, paragraph } from "../../draw/compose.ts";
import { personName, roundName } from "../../draw/naming.ts";
import { listed } from "../../draw/number-words.ts";
import type { Listener, Scene } from "../../scene.ts";
import { bars } from "./bars.ts";

const PHASES = ["birth", "development", "upkeep", "letting-go"] as const;
const LONGEST = 300;

/** The result of `lifecycle`: how well each phase works, the weakest marked, what is done in it, by what it is measured and who owns it. */
export function drawLifecycle(scene: Scene, { language }: Listener): Message {
  const { flow, context, directory } = scene;
  const say = words(language);
  const values = answersInPlay(flow, valuesIn(scene), context);
  const phases = PHASES.flatMap((id) => {
    const cells = rowsIn(values, id)[0]?.cells;
    const works = cells && numberIn(cells, "works");
    if (!cells || works === undefined) return [];
    const owner = cells.owner?.kind === "person" ? (cells.owner.people[0] ?? null) : null;
    const said = { does: textIn(cells, "does", LONGEST), measure: textIn(cells, "measure", LONGEST) };
    return [{ label: questionOf(flow, id)?.title[language] ?? id, works, owner, ...said }];
  });
  const weakest = Math.min(...phases.map(({ works }) => works));
  const rows = phases.map(({ label, works }) => ({
    label,
    value: works,
    ...(works === weakest ? { marked: true } : {}),
  }));
  const orphans = phases.filter(({ owner }) => owner === null).map(({ label }) => label.toLowerCase());
  const title = roundName(scene, language);
  const names = { value: say("flows.lifecycle.works"), marked: say("flows.lifecycle.weakest") };
  return messageOf(language, [
    heading(title),
    rows.length === 0 ? undefined : bars(title, rows, names, language),
    {
      kind: "facts",
      facts: phases.map(({ label, does, measure, owner }) => ({
        label,
        value: [
          does,
          ...(measure === "" ? [] : [say("flows.lifecycle.measure", { measure })]),
          ...(owner === null ? [] : [personName(directory, owner, language)]),
        ].join(". "),
      })),
    },
    orphans.length === 0 ? undefined : paragraph(say("flows.lifecycle.nobody", { phases: listed(say, orphans) })),
  ]);
}
