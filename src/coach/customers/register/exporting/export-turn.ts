import type { Outcome } from "../../../../channels/channel.ts";
import { exportFiles } from "../../../../customers/files/export-file.ts";
import { idFrom } from "../../../../people/id-from.ts";
import { onlyAdmin } from "../../../joining/joining-turn.ts";
import type { Tap, Turn } from "../../../turn.ts";
import { inPrivate, turned } from "../in-private.ts";
import { mayAll, mayOwn } from "../may.ts";
import type { RegisterButtonOf } from "../register-actions.ts";
import { GIVEN_MS } from "./exports.ts";

/** The register as a file, in the private chat: all of it for those who lead customers, a salesperson's own for them. That it was asked for is kept. */
export async function giveExport(turn: Turn, format: "csv" | "xlsx"): Promise<Outcome> {
  const { ports, incoming, person, event, say } = turn;
  const { company } = incoming;
  const { people } = await ports.directories.fresh(company);
  const whose = people.get(person._id);
  if (!mayOwn(whose)) return inPrivate(turn, { kind: "sentence", text: say("customers.refused.mayNotExport") });
  const of = mayAll(whose) ? "all" : "own";
  const { entries } = await ports.registers.of(company);
  const count = [...entries.values()].filter((one) => one.kept && (of === "all" || one.person === person._id)).length;
  if (count === 0)
    return inPrivate(turn, {
      kind: "sentence",
      text: say(of === "all" ? "exchange.file.none" : "exchange.file.noneOwn"),
    });
  const _id = await idFrom(company, "export", event.id);
  await ports.store.insert(exportFiles, {
    _id,
    company,
    person: person._id,
    format,
    of,
    count,
    at: event.now,
    openedAt: null,
    until: event.now + GIVEN_MS,
  });
  return inPrivate(turn, { kind: "register-export", file: _id });
}

/** Who took customers out as files: for admins. */
export async function tellExports(turn: Turn): Promise<Outcome> {
  const refused = await onlyAdmin(turn);
  return inPrivate(
    turn,
    refused === undefined ? { kind: "register-exports", page: 0 } : { kind: "sentence", text: refused },
  );
}

export async function turnExports(turn: Tap, button: RegisterButtonOf<"register-exports">): Promise<Outcome> {
  if (button.anew) return tellExports(turn);
  const refused = await onlyAdmin(turn);
  return refused === undefined
    ? turned(turn, { kind: "register-exports", page: button.page })
    : { kind: "taken", notice: refused };
}
