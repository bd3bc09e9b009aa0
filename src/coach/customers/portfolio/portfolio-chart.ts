import type { PortfolioField } from "../../../customers/customer.ts";
import { LIMITS } from "../../../message/limits.ts";
import type { Block } from "../../../message/message.ts";
import { type Language, words } from "../../../text/text.ts";
import { shorten } from "../../draw/shorten.ts";
import type { FieldOfMany } from "./portfolio.ts";

type Picture = Extract<Block, { kind: "picture" }>;

/** The value portfolio: potential value upwards, present value to the right, the names of customers in the fields. */
export function portfolioChart(title: string, fields: readonly FieldOfMany[], language: Language): Picture {
  const say = words(language);
  const cell = (...inCell: readonly PortfolioField[]) =>
    inCell.flatMap((field) => {
      const names = namesIn(fields, field);
      // Where two fields share a place, an empty one is not told.
      if (names.length === 0 && inCell.length > 1 && field === "acquisition") return [];
      return [{ text: say(`flows.portfolio.name.${field}`), quiet: true }, ...names.map((text) => ({ text }))];
    });
  const told = fields.map(({ field, names }) =>
    say("flows.portfolio.cell", {
      field: say(`flows.portfolio.name.${field}`),
      names: names.length === 0 ? say("flows.portfolio.empty") : names.join(", "),
    }),
  );
  return {
    kind: "picture",
    chart: {
      kind: "grid",
      title,
      columns: [say("flows.portfolio.nowLow"), say("flows.portfolio.nowHigh")],
      rows: [
        { label: say("flows.portfolio.high"), cells: [cell("growth", "acquisition"), cell("strategic")] },
        { label: say("flows.portfolio.low"), cells: [cell("efficiency"), cell("retention")] },
      ],
      legend: say("flows.portfolio.legend"),
    },
    alt: shorten(say("flows.portfolio.alt", { title, cells: told.join(" ") }), LIMITS.alt),
  };
}

function namesIn(fields: readonly FieldOfMany[], field: PortfolioField): readonly string[] {
  return fields.find((one) => one.field === field)?.names ?? [];
}
