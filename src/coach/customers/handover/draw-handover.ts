import { receiverOf } from "../../../cadence/receiver.ts";
import { isoDateIn } from "../../../calendar/iso-date.ts";
import { showDate } from "../../../calendar/show-date.ts";
import { contactsOf, customersOfPerson } from "../../../customers/find-customers.ts";
import { type Likely, likeliest, type Reason } from "../../../customers/handover/likeliest.ts";
import { LIMITS } from "../../../message/limits.ts";
import type { Message } from "../../../message/message.ts";
import { awaySoon } from "../../../people/away-on.ts";
import { type Say, words } from "../../../text/text.ts";
import { button, choices, heading, messageOf, paragraph, quiet, strong } from "../../draw/compose.ts";
import { personName } from "../../draw/naming.ts";
import { capital, numberWord } from "../../draw/number-words.ts";
import { shorten, withoutStop } from "../../draw/shorten.ts";
import { day } from "../../draw/when.ts";
import type { Listener } from "../../scene.ts";
import type { WeekReader } from "../../week/week-section.ts";
import { measureWords, promiseWords } from "../contacts/draw/contact-words.ts";
import { reachBy } from "../contacts/owed/reach-by.ts";

/** DESIGN: at most five lines on screen. */
const MOST = 5;
const MOST_REASONS = 2;
const NAME = 80;
const WHAT = 60;
const AT_ONCE = 100;

/**
 * For a substitute: the customers of whoever is away that are likeliest to need something meanwhile, and what they were promised. Undefined when the
 * reader stands in no more, or nobody is likely to need anything.
 */
export async function drawHandover(
  reader: Pick<WeekReader, "ports" | "directory" | "person" | "listener" | "now">,
  about: { readonly away: string; readonly from: string },
): Promise<Message | undefined> {
  const { ports, directory, person, listener, now } = reader;
  const owner = directory.people.get(about.away);
  const away = owner && awaySoon(owner, isoDateIn(now, owner.timeZone));
  if (!owner || away?.from !== about.from) return undefined;
  if (receiverOf(owner, directory.people, now)?._id !== person._id) return undefined;
  const { company } = owner;
  const own = (await customersOfPerson(ports.store, { company, person: owner._id })).filter(({ kept }) => kept);
  const all = [];
  for (let from = 0; from < own.length; from += AT_ONCE)
    all.push(
      ...(await Promise.all(
        own.slice(from, from + AT_ONCE).map(async (customer) => ({
          customer,
          contacts: await contactsOf(ports.store, { company, customer: customer._id }),
        })),
      )),
    );
  const found = likeliest(all, { from: about.from, until: away.until }, MOST);
  if (found.length === 0) return undefined;
  const say = words(listener.language);
  const name = personName(directory, owner._id, listener.language);
  const [from, until] = [day(about.from, listener, now), day(away.until, listener, now)];
  return messageOf(listener.language, [
    heading(shorten(say("handover.title", { name, from, until }), LIMITS.heading)),
    quiet(say("handover.these", { count: found.length, number: numberWord(say, found.length) })),
    ...found.flatMap((one) => customerLines(one, listener, now, say)),
    quiet(say("handover.why")),
  ]);
}

function customerLines({ customer, reasons, promise }: Likely, listener: Listener, now: number, say: Say) {
  const why = whyWords(reasons.slice(0, MOST_REASONS), listener, now, say);
  const promised = promise
    ? ` ${say("handover.promised", { day: day(promise.on, listener, now), what: withoutStop(shorten(promiseWords(promise, listener, now), WHAT)) })}`
    : "";
  const reach = reachBy(customer);
  const name = shorten(customer.name, NAME);
  const last = reach.at(-1) ?? name;
  const isCut = typeof last === "string" && last.endsWith("…");
  const rest = `${isCut ? "" : "."} ${capital(withoutStop(why))}.${promised}`.replaceAll("….", "…");
  return [
    paragraph([strong(name), ...(reach.length === 0 ? [] : [",", ...reach]), rest]),
    choices([button(say("contacts.button.card"), { kind: "customer-card", customer: customer._id })]),
  ];
}

/** Several measures are told as open once. */
function whyWords(reasons: readonly Reason[], listener: Listener, now: number, say: Say): string {
  const measures = reasons.filter((reason) => reason.kind === "measure");
  if (measures.length < 2) return reasons.map((reason) => reasonWords(reason, listener, now, say)).join(", ");
  const others = reasons.filter(({ kind }) => kind !== "measure");
  const what = measures
    .map((measure) => measureWords({ ...measure, what: withoutStop(shorten(measure.what, WHAT)) }, listener, now))
    .join(", ");
  return [
    ...others.map((reason) => reasonWords(reason, listener, now, say)),
    say("handover.reason.measure", { what }),
  ].join(", ");
}

function reasonWords(reason: Reason, listener: Listener, now: number, say: Say): string {
  switch (reason.kind) {
    case "planned":
      return say("handover.reason.planned", { day: day(reason.on, listener, now) });
    case "late":
      return say("handover.reason.late", { day: day(reason.since, listener, now) });
    case "due":
      return say("handover.reason.due", { day: day(reason.on, listener, now) });
    case "measure": {
      const what = withoutStop(shorten(reason.what, WHAT));
      return reason.on === null
        ? say("handover.reason.measure", { what })
        : say("handover.reason.measureDue", { what, day: day(reason.on, listener, now) });
    }
    case "past":
      return say("handover.reason.past", { date: showDate(reason.on, listener.language) });
    default:
      return reason satisfies never;
  }
}
