/** Contacts with customers: what was logged, whom one owes a contact. */
export const contactsFi = {
  how: "Kirjoita yhteydenotto yhdelle riville, esimerkiksi: soitin Virtasen Konepajalle, tilaa syksyllä, soitan 3.9.",
} as const;
