// Opens the store of a folder, says how that went, and closes it.
import { openEmbeddedStore } from "../../../src/store/embedded/open-embedded-store.ts";
import { cards } from "../sample.ts";

const [, , folder = ""] = process.argv;
try {
  const store = await openEmbeddedStore({ folder, collections: [cards] });
  console.log("opened");
  await store.close();
} catch (error) {
  console.log(String(error));
}
