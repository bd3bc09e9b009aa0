// Inserts documents, eight at a time, until it is killed or refused; says each id once the store has acknowledged it, then the refusal.
import { openEmbeddedStore } from "../../../src/store/embedded/open-embedded-store.ts";
import { card, cards } from "../sample.ts";

const [, , folder = "", size = "0"] = process.argv;
const store = await openEmbeddedStore({ folder, collections: [cards] });
const title = "x".repeat(Number(size));
let number = 0;

async function keepWriting(): Promise<void> {
  for (;;) {
    number += 1;
    const one = card("company", number, { title });
    await store.insert(cards, one);
    console.log(one._id);
  }
}

try {
  await Promise.all(Array.from({ length: 8 }, keepWriting));
} catch (error) {
  const first = await store.get(cards, card("company", 1)._id);
  console.log(`${String(error)}; reading ${first ? "works" : "fails"}`);
  process.exit(0);
}
