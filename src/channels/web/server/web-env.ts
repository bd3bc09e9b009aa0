import type { HttpBindings } from "@hono/node-server";
import type { Directory } from "../../../people/directory.ts";
import type { Person } from "../../../people/records.ts";
import type { Language } from "../../../text/text.ts";

/** What a request carries on its way: the language to refuse in, and for a person's own paths who it is. */
export interface WebEnv {
  Bindings: HttpBindings;
  Variables: { language: Language };
}

export interface PersonEnv {
  Bindings: HttpBindings;
  Variables: { language: Language; person: Person; directory: Directory };
}
