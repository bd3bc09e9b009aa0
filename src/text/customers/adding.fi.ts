/** What is said of customers that somebody lists to be added. */
export const addingFi = {
  doubled: "Luettelossa useammin kuin kerran: {{names}}.",
  first: "Ensimmäinen lista tulee {{day}}.",
  known_one: "Oli jo listalla: {{names}}.",
  known_other: "Olivat jo listalla: {{names}}.",
  more_one: "ja yksi muu",
  more_other: "ja {{count}} muuta",
  none: "En saanut riveistä yhtään nimeä.",
  one: "Lisäsin asiakkaan {{name}}. Vastuuhenkilö olet sinä.",
  several: "Lisäsin {{count}} asiakasta, vastuuhenkilö olet sinä: {{names}}.",
  undone: "Lisäys on kumottu.",
  undoneNot: "Näitä ei voi enää kumota, koska niihin on jo kirjattu muuta.",
  undoneSome_one: "Muut on otettu pois, yksi jäi: siihen on jo kirjattu muuta.",
  undoneSome_other: "Muut on otettu pois, {{count}} jäi: niihin on jo kirjattu muuta.",
  unread: "En saanut nimeä: {{lines}}.",
} as const;
