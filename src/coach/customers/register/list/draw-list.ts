import { isoDateIn } from "../../../../calendar/iso-date.ts";
import { standingOn } from "../../../../customers/clock/next-due.ts";
import type { Entry } from "../../../../customers/search/register.ts";
import { LIMITS } from "../../../../message/limits.ts";
import type { Message } from "../../../../message/message.ts";
import type { Directory } from "../../../../people/directory.ts";
import { type Say, words } from "../../../../text/text.ts";
import { actionText } from "../../../action.ts";
import { button, choices, heading, messageOf, paragraph, quiet, rows } from "../../../draw/compose.ts";
import { personName } from "../../../draw/naming.ts";
import { shorten } from "../../../draw/shorten.ts";
import { day } from "../../../draw/when.ts";
import type { Listener } from "../../../scene.ts";
import { mayOwn } from "../may.ts";
import type { ListOf } from "../register-actions.ts";
import type { RegisterTellOf } from "../register-tells.ts";
import type { Group, ReadList } from "./load-list.ts";

const PAGE = 8;
const MOST_GROUPS = 20;

interface Surroundings {
  readonly directory: Directory;
  readonly now: number;
}

/** A page of customers: each line opens its card. A page that is gone is the last one. */
export function drawList(
  { of, page }: RegisterTellOf<"register-list">,
  { entries, isGuess }: ReadList,
  around: Surroundings,
  listener: Listener,
): Message {
  const { language } = listener;
  const say = words(language);
  const last = Math.max(0, Math.ceil(entries.length / PAGE) - 1);
  const at = Math.min(page, last);
  const shown = entries.slice(at * PAGE, (at + 1) * PAGE);
  const turned = { from: at * PAGE + 1, to: at * PAGE + shown.length, total: entries.length };
  return messageOf(language, [
    heading(shorten(titleOf(of, around, listener), LIMITS.heading)),
    entries.length === 0 ? paragraph(emptyWords(of, say)) : undefined,
    isGuess ? quiet(say("customers.list.guessed")) : undefined,
    rows(shown.map((entry, nth) => line(entry, at * PAGE + nth + 1, of, around, listener))),
    last > 0 ? quiet(say("customers.list.page", turned)) : undefined,
    choices(
      [
        at < last ? button(say("customers.button.next"), { kind: "register-list", of, page: at + 1 }) : undefined,
        at > 0 ? button(say("customers.button.previous"), { kind: "register-list", of, page: at - 1 }) : undefined,
        button(say("customers.button.addSeveral"), { kind: "register-several" }, { opensForm: true }),
      ],
      others(of, around, listener),
      say("customers.button.more"),
    ),
  ]);
}

/** The way to other lists and to files. */
function others(of: ListOf, { directory }: Surroundings, { language, person }: Listener) {
  const say = words(language);
  const list = (label: string, to: ListOf) => button(label, { kind: "register-list", of: to, page: 0 });
  const isAll = Object.keys(of).length === 0;
  const takesFiles = mayOwn(directory.people.get(person?._id ?? ""));
  return [
    isAll ? undefined : list(say("customers.button.all"), {}),
    of.person !== undefined && of.person === person?._id
      ? undefined
      : list(say("customers.button.mine"), { person: person?._id }),
    button(say("customers.button.byClass"), { kind: "register-groups", by: "class" }),
    button(say("customers.button.byField"), { kind: "register-groups", by: "field" }),
    button(say("customers.button.byPerson"), { kind: "register-groups", by: "person" }),
    of.ended ? undefined : list(say("customers.button.ended"), { ended: true }),
    takesFiles ? button(say("customers.button.export"), { kind: "register-export", format: "xlsx" }) : undefined,
    takesFiles ? button(say("customers.button.exportCsv"), { kind: "register-export", format: "csv" }) : undefined,
  ];
}

/** How many customers there are of each class, field or person. */
export function drawGroups(
  { by }: RegisterTellOf<"register-groups">,
  groups: readonly Group[],
  around: Surroundings,
  { language, ...listener }: Listener,
): Message {
  const say = words(language);
  return messageOf(language, [
    heading(say(`customers.list.groups.${by}`)),
    groups.length === 0 ? paragraph(say("customers.list.empty")) : undefined,
    rows(
      groups.slice(0, MOST_GROUPS).map(({ of, count }, nth) => {
        const name = groupName(of, around, { language, ...listener });
        return {
          mark: String(nth + 1),
          label: shorten(name, LIMITS.optionLabel),
          description: shorten(name, LIMITS.description),
          sign: say("customers.list.groupSize", { count }),
          action: actionText({ kind: "register-list", of, page: 0 }),
        };
      }),
    ),
    choices([button(say("customers.button.all"), { kind: "register-list", of: {}, page: 0 })]),
  ]);
}

function groupName(of: ListOf, { directory }: Surroundings, { language }: Listener): string {
  const say = words(language);
  if (of.class !== undefined) return of.class ?? say("customers.list.noClass");
  if (of.field !== undefined)
    return of.field === null ? say("customers.list.noField") : say(`customers.field.${of.field}`);
  return of.person ? personName(directory, of.person, language) : say("customers.list.noPerson");
}

function line(entry: Entry, number: number, of: ListOf, { directory, now }: Surroundings, listener: Listener) {
  const { language } = listener;
  const say = words(language);
  const standing = standingOn(entry, isoDateIn(now, listener.timeZone));
  const next =
    entry.dueOn === null
      ? ""
      : standing === "resting"
        ? say("customers.list.next", { day: day(entry.dueOn, listener, now) })
        : say(standing === "late" ? "customers.list.late" : "customers.list.due");
  const sign = [
    entry.kept || of.ended ? "" : say("customers.list.isEnded"),
    entry.town,
    of.class === undefined ? (entry.class ?? "") : "",
    of.person === undefined && entry.person !== null ? personName(directory, entry.person, language) : "",
    next,
  ];
  return {
    mark: String(number),
    label: shorten(entry.name, LIMITS.optionLabel),
    description: shorten(entry.name, LIMITS.description),
    sign: shorten(sign.filter((part) => part !== "").join(" · "), LIMITS.sign),
    action: actionText({ kind: "customer-card", customer: entry._id }),
  };
}

function titleOf(of: ListOf, { directory }: Surroundings, { language, person }: Listener): string {
  const say = words(language);
  if (of.called !== undefined) return say("customers.list.found", { words: of.called });
  if (of.ended) return say("customers.list.ended");
  if (of.class !== undefined) return say("customers.list.class", { class: of.class ?? "–" });
  if (of.field !== undefined)
    return say("customers.list.field", {
      field: of.field === null ? say("customers.list.noField") : say(`customers.field.${of.field}`),
    });
  if (of.person === undefined) return say("customers.list.all");
  if (of.person === null) return say("customers.list.person", { name: say("customers.list.noPerson") });
  return of.person === person?._id
    ? say("customers.list.mine")
    : say("customers.list.person", { name: personName(directory, of.person, language) });
}

function emptyWords({ called }: ListOf, say: Say): string {
  if (called === undefined) return say("customers.list.empty");
  // A number is nobody's name.
  const isName = /\p{L}/u.test(called);
  return say(isName ? "customers.list.notFound" : "customers.list.notFoundNumber", { words: shorten(called, 60) });
}
