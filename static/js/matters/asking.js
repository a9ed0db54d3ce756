// 归谁管 on the phone: the search of backend/office/matters/rules/matching.py over the list that was kept. A test asks both the
// same and compares. Pure.

const HAN = "\\u2e80-\\u2fff\\u3005-\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}";
const PIECE = new RegExp(`[${HAN}]+|(?:(?![${HAN}_])[\\p{L}\\p{N}])+`, "gu");
const IS_HAN = new RegExp(`^[${HAN}]`, "u");
const MOST = 20;

const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);

export class Asking {
  /** What /api/v1/matters/asking answered. */
  constructor({ items, rules }) {
    this.items = items;
    this.rules = rules;
    this.filling = new Set(rules.filling);
    const variants = Object.keys(rules.canon).sort((a, b) => b.length - a.length);
    this.variant = new RegExp(variants.join("|"), "g");
    this.phrases = items.map(({ phrases }) => phrases.map((phrase) => this.terms(phrase)));
    this.postings = new Map();
    items.forEach(({ phrases, texts }, at) => {
      for (const [counts, text] of [...phrases.map((phrase) => [1, phrase]), ...texts]) this.post(at, counts, text);
    });
  }

  /** [{ item, sure }], the likeliest first; a code finds its own matter and nothing else. */
  ask(words) {
    const coded = this.items.find(({ code }) => code.toLowerCase() === words.trim().toLowerCase());
    if (coded) return [{ item: coded, sure: true }];
    const asked = new Map([...this.terms(words)].map(([term, counts]) => [term, counts * this.weight(term)]));
    const whole = sum([...asked.values()]);
    if (!whole) return [];
    const telling = [...asked.keys()].some((term) => [...term].length > 1);
    const scores = [...this.covered(asked)].map(([at, part]) => [at, part / whole + this.bestSaid(at, asked)]);
    return scores
      .filter(([, score]) => score >= this.rules.near)
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST)
      .map(([at, score]) => ({ item: this.items[at], sure: telling && score >= this.rules.sure }));
  }

  terms(text) {
    const found = new Map();
    const plain = text.replace(this.variant, (variant) => this.rules.canon[variant]);
    for (const piece of plain.match(PIECE) ?? []) {
      if (IS_HAN.test(piece)) this.hanTerms(piece, found);
      else found.set(piece.toLowerCase(), 1);
    }
    return found;
  }

  hanTerms(piece, found) {
    const characters = [...piece];
    for (const each of characters) if (!this.filling.has(each)) found.set(each, this.rules.single);
    characters.slice(1).forEach((next, at) => {
      const counts = [1, this.rules.half_filling, 0][[characters[at], next].filter((each) => this.filling.has(each)).length];
      if (counts) found.set(characters[at] + next, counts);
    });
  }

  post(at, counts, text) {
    for (const term of this.terms(text).keys()) {
      if (!this.postings.has(term)) this.postings.set(term, new Map());
      const held = this.postings.get(term);
      held.set(at, Math.max(held.get(at) ?? 0, counts));
    }
  }

  /** How much a term tells matters apart; one that no matter knows is mostly the seam between two words. */
  weight(term) {
    const holding = this.postings.get(term)?.size ?? 0;
    return holding ? Math.log(1 + this.items.length / holding) : this.rules.unheard * Math.log(1 + this.items.length);
  }

  covered(asked) {
    const covered = new Map();
    for (const [term, weight] of asked) {
      for (const [at, counts] of this.postings.get(term) ?? []) covered.set(at, (covered.get(at) ?? 0) + weight * counts);
    }
    return covered;
  }

  bestSaid(at, asked) {
    return Math.max(0, ...this.phrases[at].map((told) => this.said(told, asked)));
  }

  said(told, asked) {
    const weighed = [...told].map(([term, counts]) => [term, counts * this.weight(term)]);
    const whole = sum(weighed.map(([, weight]) => weight));
    return whole ? sum(weighed.filter(([term]) => asked.has(term)).map(([, weight]) => weight)) / whole : 0;
  }
}
