import { drawHow } from "../../../../src/coach/customers/contacts/draw-how.ts";
import type { Drawing } from "../../../../src/coach/customers/load-customer-tell.ts";
import type { Tell } from "../../../../src/coach/tell.ts";
import type { Case } from "../case.ts";
import { directory } from "../people.ts";
import { NOW } from "../scenes.ts";

/** What is told of contacts with customers. */
export const contactCases: readonly Case[] = [told("how", { kind: "contact-how" }, drawHow)];

function told(name: string, tell: Tell, customers: Drawing): Case {
  const lobby = { now: NOW, directory, flows: [], terms: [], customers };
  return { name: `contacts: ${name}`, tell, sources: { lobby } };
}
