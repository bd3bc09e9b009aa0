import { questionOf } from "../../../flow/compile-flow.ts";
import type { Flow } from "../../../flow/flow.ts";
import { formatNumber } from "../../../flow/wording/format.ts";
import { words } from "../../../text/text.ts";
import { LONGEST_NOTE } from "../../contact.ts";
import { LONGEST } from "../../customer.ts";
import { type Answered, customerOf, optionOf, textOf } from "../answered.ts";
import { gapsOf } from "../gaps.ts";
import { NO_CHANGES, type RegisterChanges } from "../register-changes.ts";

/** `customer-listening`: a contact of the day of listening, with the widest gap, the turning points, the unexpected and the reasons of a decision. */
export function customerListening({ values, flow, language, on }: Answered): RegisterChanges {
  const customer = customerOf(values, "customer");
  const day = values["listened-on"];
  if (!customer || day?.kind !== "date") return NO_CHANGES;
  const say = words(language);
  const shown = (number: number) => formatNumber(Math.round(number * 10) / 10, language);
  const [widest] = gapsOf(values);
  const decision = optionOf(values, "decision");
  const parts = [
    say("flows.listening.outcome"),
    widest && widest.gap !== 0
      ? say("flows.listening.widest", {
          point: pointName(flow, widest.point)[language],
          customer: shown(widest.customer),
          we: shown(widest.we),
        })
      : "",
    decision === "won" || decision === "lost" ? say(`flows.listening.${decision}`) : "",
  ];
  const notes = (["turning-points", "unexpected", "reasons"] as const).flatMap((step) => {
    const text = textOf(values, step, LONGEST_NOTE);
    const title = questionOf(flow, step)?.title[language];
    return text === "" ? [] : [`${title}: ${text}`];
  });
  const contact = {
    row: "customer/listened",
    customer,
    kind: "made" as const,
    on: day.date < on ? day.date : on,
    means: null,
    purpose: say("flows.listening.purpose"),
    outcome: parts
      .filter((part) => part !== "")
      .join(" ")
      .slice(0, LONGEST.text),
    notes: notes.join("\n").slice(0, LONGEST_NOTE),
  };
  return { ...NO_CHANGES, contacts: [contact] };
}

/** What a point of the table is called. */
export function pointName(flow: Flow, point: string): { readonly fi: string; readonly en: string } {
  const step = questionOf(flow, "views");
  const column = step?.kind === "table" ? step.columns.find(({ id }) => id === "point") : undefined;
  const options = column?.kind === "choice" ? (column.options ?? []) : [];
  return options.find(({ id }) => id === point)?.label ?? { fi: point, en: point };
}
