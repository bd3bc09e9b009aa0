import type { Registers } from "../customers/search/registers.ts";
import type { Courier } from "../deliveries/courier.ts";
import type { Glossary } from "../flow/glossary/glossary.ts";
import type { FlowLibrary } from "../flow/load-flows.ts";
import type { Directories } from "../people/directory.ts";
import type { Store } from "../store/store.ts";
import type { Exports } from "./customers/register/exporting/exports.ts";
import type { Imports } from "./customers/register/importing/imports.ts";
import type { Savings } from "./customers/saving/savings.ts";

/** What the coach needs from outside: nothing of it is a platform or a database by name. */
export interface CoachPorts {
  readonly store: Store;
  readonly directories: Directories;
  readonly flows: FlowLibrary;
  readonly glossary: Glossary;
  readonly courier: Courier;
  /** The companies' customers, to be found by what people say of them. */
  readonly registers: Registers;
  /** The register of customers as files. */
  readonly exports: Exports;
  /** Files of customers, worked on after what brought them was acknowledged. */
  readonly imports: Imports;
  /** What flows save to the register of customers, written after the tap was acknowledged. */
  readonly savings: Savings;
  readonly now: () => number;
  readonly log: { info(fields: object, text: string): void; warn(fields: object, text: string): void };
}
