import { allCustomers } from "../../../customers/find-customers.ts";
import { readRulebook } from "../../../customers/rulebook.ts";
import type { Directory } from "../../../people/directory.ts";
import { words } from "../../../text/text.ts";
import { heading, messageOf, paragraph, quiet } from "../../draw/compose.ts";
import type { CustomerSources, Drawing } from "../load-customer-tell.ts";
import { fieldTable } from "./draw-portfolio.ts";
import { fieldsOf, type Placed, placedBy } from "./portfolio.ts";
import { portfolioChart } from "./portfolio-chart.ts";

const NO_SHARES = new Map<never, string>();

/** The value portfolio of all customers that are looked after, as the register has them now. */
export async function loadPortfolio({ store }: Pick<CustomerSources, "store">, directory: Directory): Promise<Drawing> {
  const [all, { rules }] = await Promise.all([
    allCustomers(store, directory.company._id),
    readRulebook(store, directory.company),
  ]);
  const kept = all.filter((one) => one.kept).toSorted((a, b) => a.name.localeCompare(b.name, "fi"));
  return drawPortfolio(placedBy(kept, rules));
}

export function drawPortfolio(placed: readonly Placed[]): Drawing {
  const unplaced = placed.filter(({ field }) => field === null).length;
  const fields = fieldsOf(placed);
  return ({ language }) => {
    const say = words(language);
    const title = say("flows.portfolio.title");
    if (unplaced === placed.length)
      return messageOf(language, [heading(title), paragraph(say("flows.portfolio.none"))]);
    return messageOf(language, [
      heading(title),
      portfolioChart(title, fields, language),
      fieldTable(fields, NO_SHARES, language),
      unplaced === 0 ? undefined : quiet(say("flows.portfolio.unplaced", { count: unplaced })),
    ]);
  };
}
