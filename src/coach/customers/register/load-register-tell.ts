import { closedForPerson } from "../../../cadence/closed-for.ts";
import { nextSlot } from "../../../cadence/next-slot.ts";
import { rhythmOf } from "../../../cadence/rhythm-of.ts";
import { keptLines } from "../../../customers/files/batch-pieces.ts";
import { exportFiles } from "../../../customers/files/export-file.ts";
import { importBatches } from "../../../customers/files/import-batch.ts";
import type { Directory } from "../../../people/directory.ts";
import { words } from "../../../text/text.ts";
import { messageOf, paragraph } from "../../draw/compose.ts";
import type { Listener } from "../../scene.ts";
import type { CustomerSources, Drawing } from "../load-customer-tell.ts";
import { drawAdded, drawAsk, drawDoubted } from "./adding/draw-added.ts";
import { loadCustomer } from "./card/load-customer.ts";
import { drawCustomer } from "./draw-customer.ts";
import { drawExport, drawExports } from "./exporting/draw-export.ts";
import { drawImport, LINES } from "./importing/draw-import.ts";
import { drawGroups, drawList } from "./list/draw-list.ts";
import { groupsOf, listed } from "./list/load-list.ts";
import type { RegisterTell } from "./register-tells.ts";

/** Reads what a tell about the register is drawn from. */
export async function loadRegisterTell(
  sources: CustomerSources,
  directory: Directory,
  tell: RegisterTell,
  listener: Listener,
): Promise<Drawing | undefined> {
  const company = directory.company._id;
  const around = { directory, now: sources.now() };
  switch (tell.kind) {
    case "customer-card": {
      const known = await loadCustomer(sources, directory, tell.customer);
      return known
        ? (to) => drawCustomer(known, tell.part, to)
        : ({ language }) => messageOf(language, [paragraph(words(language)("customers.card.gone"))]);
    }
    case "register-list": {
      const list = listed(await sources.registers.of(company), tell.of);
      return (to) => drawList(tell, list, around, to);
    }
    case "register-groups": {
      const groups = groupsOf(await sources.registers.of(company), tell.by);
      return (to) => drawGroups(tell, groups, around, to);
    }
    case "register-ask": {
      const { entries } = await sources.registers.of(company);
      return (to) => drawAsk(entries.size === 0, to);
    }
    case "register-doubted":
      return (to) => drawDoubted(tell, to);
    case "register-added": {
      // Who looks after others already knows when lists come.
      const { entries } = await sources.registers.of(company);
      const own = [...entries.values()].filter(({ kept, person }) => kept && person === listener.person?._id);
      const firstOn = own.length > tell.count ? undefined : nextListOn(directory, listener, around.now);
      return (to) => drawAdded(tell, { firstOn, now: around.now }, to);
    }
    case "register-import": {
      const batch = await sources.store.get(importBatches, tell.batch);
      if (batch?.company !== company) return undefined;
      const isTold = batch.problems > 0 && (batch.state === "ready" || batch.state === "done");
      const lines = isTold ? await keptLines(sources.store, batch, tell.page * LINES, LINES) : [];
      return (to) => drawImport({ batch, page: tell.page, lines }, to);
    }
    case "register-export": {
      const file = await sources.store.get(exportFiles, tell.file);
      if (file?.company !== company) return undefined;
      const made = await sources.exports.look(company, file.person, file._id);
      return (to) => drawExport(file, made, to);
    }
    case "register-exports": {
      // Roles may have changed since it was planned.
      if (!listener.person?.roles.includes("admin")) return undefined;
      const all = await sources.store.find(exportFiles, { name: "ofCompany", equals: { company }, limit: 10_000 });
      const newest = all.toSorted((a, b) => b.at - a.at);
      return (to) => drawExports(newest, tell.page, around, to);
    }
    default:
      return tell satisfies never;
  }
}

/** The day of the listener's next weekly message; undefined for who wants none. */
function nextListOn(directory: Directory, { person }: Listener, now: number): string | undefined {
  if (!person || person.quiet || person.weeklyPace === "stopped") return undefined;
  const rhythm = rhythmOf(person, directory.company);
  const isClosed = closedForPerson(directory, person._id);
  return nextSlot(rhythm, isClosed, { settled: person.slots?.settled ?? null, since: now }, now)?.day;
}
