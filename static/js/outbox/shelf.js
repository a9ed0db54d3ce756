// Small things kept for reading without a network, one by name and person, sealed. No DOM.

import { seal, unseal } from "./sealing.js";

export class Shelf {
  constructor(database, key, person) {
    Object.assign(this, { database, key, person });
  }

  async put(name, value) {
    const sealed = await seal(this.key, `shelf:${name}`, value);
    await this.database.put("shelf", { person: this.person, name, sealed });
  }

  /** Undefined where nothing lies under that name, or what lies there was sealed with another key. */
  async get(name) {
    const kept = await this.database.get("shelf", [this.person, name]);
    return kept && unseal(this.key, `shelf:${name}`, kept.sealed).catch(() => undefined);
  }
}
