import type { Outcome } from "../../../channels/channel.ts";
import type { Tap, Turn } from "../../turn.ts";
import { customerFor } from "../customer-for.ts";
import { addApart, addByText, addDoubted, addSeveral, openSeveralForm, undoAdding } from "./adding/add-turn.ts";
import {
  addFromForm,
  endCustomer,
  keepCustomer,
  openEditForm,
  openEndForm,
  openNewForm,
  saveForm,
} from "./adding/customer-form-turn.ts";
import { askNames } from "./adding/names-asked.ts";
import { eraseCustomer, erasePerson } from "./erasing/erase-turn.ts";
import { giveExport, tellExports, turnExports } from "./exporting/export-turn.ts";
import { dropImport, startImport, tellHowToImport, turnImport } from "./importing/import-turn.ts";
import { undoImport } from "./importing/undo-import.ts";
import { inPrivate, turned } from "./in-private.ts";
import { findCustomer, tellGroups, tellList, turnList } from "./list/list-turn.ts";
import { openPlanForm, savePlan } from "./planning/plan-turn.ts";
import type { RegisterCommand } from "./read-register-command.ts";
import type { RegisterButton, RegisterButtonOf } from "./register-actions.ts";

/** A button or a submit about the register. */
export async function registerTap(turn: Tap, button: RegisterButton): Promise<Outcome> {
  switch (button.kind) {
    case "customer-card":
      return openCard(turn, button);
    case "register-list":
      return turnList(turn, button);
    case "register-groups":
      return turned(turn, button);
    case "register-new":
      return openNewForm(turn);
    case "register-add":
      return addFromForm(turn, button);
    case "register-several":
      return openSeveralForm(turn);
    case "register-add-several":
      return addSeveral(turn, button);
    case "register-add-line":
      return addDoubted(turn, button);
    case "register-add-apart":
      return addApart(turn, button);
    case "register-undo":
      return undoAdding(turn, button);
    case "register-edit":
      return openEditForm(turn, button);
    case "register-save":
      return saveForm(turn, button);
    case "register-plan":
      return openPlanForm(turn, button);
    case "register-plan-save":
      return savePlan(turn, button);
    case "register-end":
      return openEndForm(turn, button);
    case "register-end-save":
      return endCustomer(turn, button);
    case "register-keep":
      return keepCustomer(turn, button);
    case "register-import":
      return startImport(turn, button);
    case "register-import-page":
      return turnImport(turn, button);
    case "register-import-drop":
      return dropImport(turn, button);
    case "register-import-undo":
      return undoImport(turn, button);
    case "register-export":
      return giveExport(turn, button.format);
    case "register-exports":
      return turnExports(turn, button);
    case "register-erase-person":
      return erasePerson(turn, button);
    case "register-erase":
      return eraseCustomer(turn, button);
    default:
      return button satisfies never;
  }
}

async function openCard(turn: Tap, { customer, part }: RegisterButtonOf<"customer-card">): Promise<Outcome> {
  const found = await customerFor(turn, customer);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const tell = { kind: "customer-card", customer, ...(part === undefined ? {} : { part }) } as const;
  return part === undefined ? inPrivate(turn, tell) : turned(turn, tell);
}

/** Words about the register. */
export async function registerByCommand(turn: Turn, command: RegisterCommand): Promise<Outcome> {
  switch (command.kind) {
    case "list":
      return tellList(turn, listOf(turn, command.of));
    case "groups":
      return tellGroups(turn, command.by);
    case "add":
      return addByText(turn, command.text);
    case "new":
      return askNames(turn);
    case "find":
      return findCustomer(turn, command.words);
    case "how-to-import":
      return tellHowToImport(turn);
    case "export":
      return giveExport(turn, command.format);
    case "exports":
      return tellExports(turn);
    default:
      return command satisfies never;
  }
}

function listOf({ person }: Turn, of: Extract<RegisterCommand, { kind: "list" }>["of"]) {
  if (of === "mine") return { person: person._id };
  return of === "ended" ? ({ ended: true } as const) : {};
}
