import type { PortfolioField } from "../../../customers/customer.ts";
import { FIRST_RULES } from "../../../customers/customer-rules.ts";
import { customerIn, optionIn, rowsIn, textIn } from "../../../customers/effects/answered.ts";
import { rulesAfter } from "../../../customers/effects/rules-after.ts";
import { changesOf } from "../../../customers/effects/saves.ts";
import type { Answers } from "../../../flow/answers.ts";
import { answersInPlay } from "../../../flow/progress.ts";
import { formatMoney, formatPercent } from "../../../flow/wording/format.ts";
import type { Block, Message } from "../../../message/message.ts";
import { type Language, words } from "../../../text/text.ts";
import { valuesIn } from "../../draw/asking/question-view.ts";
import { heading, messageOf, paragraph } from "../../draw/compose.ts";
import { roundName } from "../../draw/naming.ts";
import { shorten } from "../../draw/shorten.ts";
import type { Listener, Scene } from "../../scene.ts";
import { type FieldOfMany, fieldNamed, fieldsOf, placedBy } from "./portfolio.ts";
import { portfolioChart } from "./portfolio-chart.ts";

const TEXT = 160;
const NAME = 60;

/** The result of `value-portfolio`: the picture, how many and how much in each field beside the working time, the ability to create value, the targets. */
export function drawPortfolioResult(scene: Scene, { language }: Listener): Message {
  const { flow, context } = scene;
  const say = words(language);
  const values = answersInPlay(flow, valuesIn(scene), context);
  const { customers, rules } = changesOf({ flow, values, language, on: context.today });
  const said = customers.map(({ customer, set }) => ({
    name: customer.name,
    present: set.present ?? null,
    potential: set.potential ?? null,
    buys: set.buys ?? true,
  }));
  const title = roundName(scene, language);
  const fields = fieldsOf(placedBy(said, rulesAfter(FIRST_RULES, { rules })));
  const abilities = byField(values, ({ cells }) => textIn(cells, "ability", TEXT));
  const targets = rowsIn(values, values.euros ? "euros" : "levels").flatMap(({ cells }) => {
    const target = textIn(cells, "target", TEXT);
    const customer = customerIn(cells, "customer");
    return target === "" || !customer ? [] : [{ label: shorten(customer.name, NAME), value: shorten(target, NAME) }];
  });
  return messageOf(language, [
    heading(title),
    portfolioChart(title, fields, language),
    fieldTable(fields, sharesIn(values, language), language),
    ...titled(
      say("flows.portfolio.ability"),
      fields.flatMap(({ field }) => {
        const value = abilities.get(field) ?? "";
        return value === "" ? [] : [{ label: say(`flows.portfolio.name.${field}`), value }];
      }),
    ),
    ...titled(say("flows.portfolio.targets"), targets),
  ]);
}

/** How many and how much stand in each field, and where it was asked, which share of the working time goes there. */
export function fieldTable(
  fields: readonly FieldOfMany[],
  shares: ReadonlyMap<PortfolioField, string>,
  language: Language,
): Block {
  const say = words(language);
  const hasEuros = fields.some(({ cents }) => cents !== null);
  const cut = <T>(has: boolean, value: T) => (has ? [value] : []);
  return {
    kind: "table",
    caption: say("flows.portfolio.fields"),
    columns: [
      say("flows.portfolio.field"),
      say("flows.portfolio.count"),
      ...cut(hasEuros, say("flows.portfolio.now")),
      ...cut(shares.size > 0, say("flows.portfolio.share")),
    ],
    rows: fields.map(({ field, names, cents }) => [
      say(`flows.portfolio.name.${field}`),
      String(names.length),
      ...cut(hasEuros, cents === null ? "–" : formatMoney(cents, language)),
      ...cut(shares.size > 0, shares.get(field) ?? "–"),
    ]),
  };
}

function sharesIn(values: Answers, language: Language): ReadonlyMap<PortfolioField, string> {
  return byField(values, ({ cells }) => {
    const share = cells.share;
    return share?.kind === "percent" ? formatPercent(share.percent, language) : "";
  });
}

function byField(values: Answers, read: (row: ReturnType<typeof rowsIn>[number]) => string) {
  return new Map(
    rowsIn(values, "fields").flatMap((row): [PortfolioField, string][] => {
      const field = fieldNamed(optionIn(row.cells, "field"));
      const value = read(row);
      return field === undefined || value === "" ? [] : [[field, value]];
    }),
  );
}

function titled(
  title: string,
  facts: readonly { readonly label: string; readonly value: string }[],
): (Block | undefined)[] {
  return facts.length === 0 ? [] : [paragraph(title), { kind: "facts", facts }];
}
