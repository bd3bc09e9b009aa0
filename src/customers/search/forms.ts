/** Consonant gradation, the strong grade before the weak one (VISK § 41), without accents. */
const GRADES: readonly (readonly [strong: string, weak: string])[] = [
  ["kk", "k"],
  ["pp", "p"],
  ["tt", "t"],
  ["nk", "ng"],
  ["nt", "nn"],
  ["mp", "mm"],
  ["lt", "ll"],
  ["rt", "rr"],
  ["lk", "l"],
  ["lk", "lj"],
  ["rk", "r"],
  ["rk", "rj"],
  ["hk", "h"],
  ["p", "v"],
  ["t", "d"],
  ["k", ""],
];
const VOWEL = /[aeiouy]/;
const LAST_CLUSTER = /^(.*?[aeiouy])([^aeiouy]*)([aeiouy]+)$/;

/** The other grade of a stem that ends in a vowel: mäki → mäe-, lehto → lehdo-. Several where letters allow several. */
function weak(stem: string): readonly string[] {
  const [, head, cluster, tail] = LAST_CLUSTER.exec(stem) ?? [];
  if (head === undefined || cluster === undefined || tail === undefined) return [];
  const fitting = GRADES.filter(([strong]) => cluster.endsWith(strong));
  // "kk" is never a lone "k", nor "nt" a lone "t".
  const longest = Math.max(0, ...fitting.map(([strong]) => strong.length));
  return fitting
    .filter(([strong]) => strong.length === longest)
    .map(([strong, other]) => head + cluster.slice(0, -strong.length) + other + tail);
}

/** The strong grades that a weak stem may have: tehda- → tehta-, joe- → joke-. */
function strong(stem: string): readonly string[] {
  const [, head, cluster, tail] = LAST_CLUSTER.exec(stem) ?? [];
  if (head === undefined || cluster === undefined || tail === undefined) return hiatus(stem);
  return GRADES.filter(([, other]) => other !== "" && cluster.endsWith(other)).map(
    ([grade, other]) => head + cluster.slice(0, -other.length) + grade + tail,
  );
}

/** Where a "k" fell away between vowels: joe- → joke-, mae- → make-. */
function hiatus(stem: string): readonly string[] {
  return /[aeiouy]{2}$/.test(stem) ? [`${stem.slice(0, -1)}k${stem.slice(-1)}`] : [];
}

/**
 * The stems to which case endings are added to a word of a name, itself the first: "virtanen" → virtase-, virtas-; "lehto" → lehdo-. A word that
 * stands in the genitive already ("Virtasen Konepaja") gives the stems of its nominative too. Folded; more rather than fewer.
 */
export function stemsOf(word: string): readonly string[] {
  if (word.length < 3 || /\d/.test(word)) return [word];
  return [...new Set([word, ...bySound(word)])].filter((stem) => stem.length >= 2);
}

function bySound(word: string): readonly string[] {
  const less = word.slice(0, -1);
  const last = word.slice(-1);
  if (VOWEL.test(last)) return ofVowel(word);
  if (word.endsWith("nen")) return [`${word.slice(0, -3)}se`, `${word.slice(0, -3)}s`];
  if (last === "n") return [...ofGenitive(less), ...(word.endsWith("in") ? ofIn(less) : []), `${word}i`];
  if (last === "s") return ofS(less);
  if (last === "t") return [...ofPlural(less), `${word}i`];
  return [`${word}i`];
}

function ofVowel(word: string): readonly string[] {
  const less = word.slice(0, -1);
  const stems = [...weak(word)];
  if (word.endsWith("i")) {
    stems.push(`${less}e`, ...weak(`${less}e`));
    if (word.endsWith("si")) stems.push(`${word.slice(0, -2)}te`, `${word.slice(0, -2)}de`);
  }
  if (word.endsWith("e")) stems.push(`${word}e`, ...strong(word).map((stem) => `${stem}e`));
  return stems;
}

/** "Virtasen" → virtase-, virtanen; "Lehdon" → lehdo-, lehto; "Lahden" → lahde-, lahti. */
function ofGenitive(stem: string): readonly string[] {
  if (stem.endsWith("se")) return [stem, stem.slice(0, -1), `${stem.slice(0, -2)}nen`];
  const nominatives = [...strong(stem), ...hiatus(stem)];
  const ofI = [stem, ...nominatives].filter((one) => one.endsWith("e")).map((one) => `${one.slice(0, -1)}i`);
  return [stem, ...nominatives, ...ofI];
}

/** "puhallin" → puhaltime-. */
function ofIn(less: string): readonly string[] {
  return [`${less}me`, ...strong(less).map((stem) => `${stem}me`)];
}

/** "rakennus" → rakennukse-, "terveys" → terveyde-, "tehdas" → tehtaa-. */
function ofS(less: string): readonly string[] {
  const vowel = less.slice(-1);
  const long = [less, ...strong(less)].map((stem) => stem + vowel);
  return [less, `${less}kse`, `${less}ks`, `${less}de`, `${less}te`, ...long, `${less}si`];
}

/** "palvelut" → palvelui-, "koneet" → konei-, "sähkötyöt" → sähkötöi-: the "i" counts to the ending. */
function ofPlural(stem: string): readonly string[] {
  const short = stem.slice(0, -1);
  return [stem, short, `${short}o`, stem.replace(/[uy]o$/, "o").replace(/ie$/, "e")];
}

/** Endings of words as they are said of a customer, folded. */
const ENDINGS = (
  "n a ta tta ssa sta lla lta lle ksi na an en in on un yn han hen hin hon hun hyn seen siin " +
  "ille ilta illa issa ista iin ihin iksi ien jen ja iden itten ita ia s"
).split(" ");

/** Some endings follow certain vowels only: tehtaa-seen but virtase-en. */
function follows(ending: string, base: string): boolean {
  if (ending === "seen" || ending === "siin") return /([aeiouy])\1$/.test(base);
  return /^[aeiouy]n$/.test(ending) ? base.endsWith(ending.charAt(0)) : true;
}

/** What a typed or spoken word may be a form of: itself, and itself without each ending that it has. Folded. */
export function basesOf(word: string): readonly string[] {
  const whole = word.length > 6 && word.endsWith("kin") ? [word, word.slice(0, -3)] : [word];
  const bases = whole.flatMap((one) =>
    ENDINGS.filter((ending) => one.endsWith(ending) && one.length - ending.length >= 2)
      .map((ending) => ({ ending, base: one.slice(0, -ending.length) }))
      .filter(({ ending, base }) => follows(ending, base))
      .map(({ base }) => base),
  );
  return [...new Set([...whole, ...bases])];
}
