import { showDate } from "../../../calendar/show-date.ts";
import { fieldSchema } from "../../../customers/customer.ts";
import type { Deviation } from "../../../customers/deviations/deviation.ts";
import { words } from "../../../text/text.ts";
import { withStop } from "../../draw/shorten.ts";
import { day } from "../../draw/when.ts";
import type { Listener } from "../../scene.ts";

/** What deviates, as the end of a sentence that begins with the customer's name. */
export function deviationWords({ what, since }: Deviation, listener: Listener, now: number): string {
  const { language } = listener;
  const say = words(language);
  const on = day(since, listener, now);
  switch (what.kind) {
    case "doubted":
      return say("deviations.is.doubted", { day: on });
    case "limit":
      return withStop(say("deviations.is.limit", { day: on }));
    case "quiet":
      return what.last === null
        ? say("deviations.is.quietNever")
        : say("deviations.is.quiet", { date: showDate(what.last, language) });
    case "class":
      return say("deviations.is.class", { day: on, from: what.from, to: what.to || say("deviations.none") });
    case "field":
      return say("deviations.is.field", {
        day: on,
        from: fieldName(what.from, listener),
        to: fieldName(what.to, listener),
      });
    default:
      return what satisfies never;
  }
}

function fieldName(field: string, { language }: Listener): string {
  const known = fieldSchema.safeParse(field).data;
  const say = words(language);
  return known === undefined ? say("customers.list.noField") : say(`customers.field.${known}`);
}
