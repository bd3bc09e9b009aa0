import { customers } from "../../../customers/customer.ts";
import { contactsOf } from "../../../customers/find-customers.ts";
import { briefingOf } from "../../../customers/visits/briefing.ts";
import { noValueMaps, type ValueMaps } from "../../../customers/visits/value-map.ts";
import type { Directory } from "../../../people/directory.ts";
import type { CustomerSources, Drawing } from "../load-customer-tell.ts";
import { drawBefore } from "./draw-before.ts";
import { drawHowToVisit, drawNobody, drawWhich } from "./draw-which.ts";
import type { VisitTell } from "./visit-tells.ts";

/** Reads what a tell about visits is drawn from. Undefined when what was to be told of is gone. */
export async function loadVisitTell(
  sources: CustomerSources,
  directory: Directory,
  tell: VisitTell,
  valueMaps: ValueMaps = noValueMaps,
): Promise<Drawing | undefined> {
  const company = directory.company._id;
  switch (tell.kind) {
    case "visit-before": {
      const customer = await sources.store.get(customers, tell.customer);
      if (customer?.company !== company) return undefined;
      const [contacts, map] = await Promise.all([
        contactsOf(sources.store, { company, customer: customer._id }),
        customer.segment === "" ? undefined : valueMaps(company, customer.segment),
      ]);
      const briefing = briefingOf(customer, contacts, map);
      return drawBefore({ customer, at: tell.at, briefing, directory, now: sources.now() });
    }
    case "visit-which": {
      const found = await sources.store.getMany(customers, tell.customers);
      return drawWhich(
        found.filter((customer) => customer.company === company),
        directory,
        tell.at,
      );
    }
    case "visit-nobody":
      return drawNobody(tell.called);
    case "visit-how":
      return drawHowToVisit;
    default:
      return tell satisfies never;
  }
}
