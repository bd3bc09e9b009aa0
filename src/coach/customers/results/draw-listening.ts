import { customerOf, optionOf, textOf } from "../../../customers/effects/answered.ts";
import { gapsOf, voicesOf } from "../../../customers/effects/gaps.ts";
import { pointName } from "../../../customers/effects/saves/customer-listening.ts";
import { questionOf } from "../../../flow/compile-flow.ts";
import { answersInPlay } from "../../../flow/progress.ts";
import { formatDate } from "../../../flow/wording/format.ts";
import type { Message } from "../../../message/message.ts";
import { words } from "../../../text/text.ts";
import { valuesIn } from "../../draw/asking/question-view.ts";
import { heading, messageOf, paragraph } from "../../draw/compose.ts";
import { roundName } from "../../draw/naming.ts";
import { shorten } from "../../draw/shorten.ts";
import type { Listener, Scene } from "../../scene.ts";
import { aWeek } from "../saving/a-week.ts";
import { bars } from "./bars.ts";

const TOLD = ["turning-points", "unexpected", "reasons"] as const;
const LONGEST = 600;
const NAME = 100;

/** The result of `customer-listening`: where the customer and we see things differently, the widest gap first, and what was told. */
export function drawListening(scene: Scene, { language }: Listener): Message | undefined {
  const { flow, context } = scene;
  const say = words(language);
  const values = answersInPlay(flow, valuesIn(scene), context);
  const customer = customerOf(values, "customer");
  const day = values["listened-on"];
  const decision = optionOf(values, "decision");
  const gaps = gapsOf(values);
  const [widest] = gaps;
  if (!customer) return undefined;
  const name = shorten(customer.name, NAME);
  const named = (point: string) => pointName(flow, point)[language];
  const rows = gaps.map(({ point, customer: value, we, gap }) => ({
    label: named(point),
    value,
    beside: we,
    ...(point === widest?.point && gap !== 0 ? { marked: true } : {}),
  }));
  const names = {
    value: say("flows.listening.customer"),
    beside: say("flows.listening.we"),
    marked: say("flows.listening.widestMark"),
  };
  const voices = gaps.flatMap(({ point }) => {
    const told = voicesOf(values, point).map(({ who, value }) => `${who} ${aWeek(value, language)}`.trim());
    return told.length === 0 ? [] : [{ label: named(point), value: told.join(", ") }];
  });
  return messageOf(language, [
    heading(roundName(scene, language)),
    paragraph(
      say("flows.listening.who", {
        customer: day?.kind === "date" ? `${name}, ${formatDate(day.date, language)}` : name,
      }),
    ),
    decision === "won" || decision === "lost" ? paragraph(say(`flows.listening.${decision}`)) : undefined,
    rows.length === 0 ? undefined : bars(name, rows, names, language),
    widest === undefined || widest.gap === 0
      ? paragraph(say("flows.listening.noGap"))
      : paragraph(
          say(widest.gap > 0 ? "flows.listening.weThinkBetter" : "flows.listening.theyThinkBetter", {
            point: named(widest.point),
            customer: aWeek(widest.customer, language),
            we: aWeek(widest.we, language),
          }),
        ),
    ...(voices.length === 0
      ? []
      : [paragraph(say("flows.listening.voices")), { kind: "facts" as const, facts: voices }]),
    {
      kind: "facts",
      facts: TOLD.flatMap((step) => {
        const value = textOf(values, step, LONGEST);
        return value === "" ? [] : [{ label: questionOf(flow, step)?.title[language] ?? step, value }];
      }),
    },
  ]);
}
