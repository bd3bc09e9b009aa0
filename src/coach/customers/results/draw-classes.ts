import { classOfScore, scoreOf } from "../../../customers/classes/score.ts";
import { FIRST_RULES } from "../../../customers/customer-rules.ts";
import { rulesAfter } from "../../../customers/effects/rules-after.ts";
import { changesOf } from "../../../customers/effects/saves.ts";
import { answersInPlay } from "../../../flow/progress.ts";
import { formatDate, formatNumber } from "../../../flow/wording/format.ts";
import type { Message } from "../../../message/message.ts";
import { words } from "../../../text/text.ts";
import { valuesIn } from "../../draw/asking/question-view.ts";
import { heading, messageOf, paragraph } from "../../draw/compose.ts";
import { roundName } from "../../draw/naming.ts";
import { shorten } from "../../draw/shorten.ts";
import type { Listener, Scene } from "../../scene.ts";
import { criterionSays } from "../saving/criterion-says.ts";

const NAME = 60;

/** The result of `classification`: criteria with weights and levers, limits, each customer's score and class. */
export function drawClasses(scene: Scene, { language }: Listener): Message {
  const { flow, context } = scene;
  const say = words(language);
  const values = answersInPlay(flow, valuesIn(scene), context);
  const changes = changesOf({ flow, values, language, on: context.today });
  const rules = rulesAfter(FIRST_RULES, changes);
  const { thresholds, lookAgainOn } = rules;
  const shown = (number: number) => formatNumber(Math.round(number * 100) / 100, language);
  const scored = changes.customers
    .flatMap(({ customer, scores }) => {
      const found = scoreOf(scores, rules);
      return found ? [{ name: customer.name, ...found }] : [];
    })
    .toSorted((a, b) => b.score - a.score || a.name.localeCompare(b.name, "fi"));
  return messageOf(language, [
    heading(roundName(scene, language)),
    {
      kind: "facts",
      facts: rules.criteria.map((criterion) => ({
        label: criterion.name,
        value: criterionSays(criterion, language),
      })),
    },
    paragraph(
      say("customers.formula.thresholds", { a: shown(thresholds.A), b: shown(thresholds.B), c: shown(thresholds.C) }),
    ),
    scored.length === 0
      ? undefined
      : {
          kind: "table",
          caption: say("flows.classes.caption"),
          columns: [say("flows.moves.customer"), say("flows.classes.score"), say("flows.moves.class")],
          rows: scored.map(({ name, score, parts, missing }) => {
            const known = { known: parts.length, all: parts.length + missing.length };
            const inClass = classOfScore(score, thresholds);
            const told = missing.length === 0 ? inClass : say("flows.classes.partly", { class: inClass, ...known });
            return [shorten(name, NAME), shown(score), told];
          }),
        },
    lookAgainOn === null
      ? undefined
      : paragraph(say("flows.classes.lookAgain", { date: formatDate(lookAgainOn, language) })),
  ]);
}
