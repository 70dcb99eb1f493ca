// What was taken along and what was written on the spot: kept in the browser, locked with a key that is derived
// from a pass code, and gone 72 hours after it was last touched.
"use strict";

const FieldStore = (() => {
  const NAME = "zhengling-field";
  const LIFE = 72 * 3600 * 1000;
  const ROUNDS = 600000;
  const words = new TextEncoder();
  const plain = new TextDecoder();

  const asked = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  const opened = () => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("lock");
      request.result.createObjectStore("sealed", { keyPath: "id" });
    };
    return asked(request);
  };

  // Strict: the act is on the disk before anybody is told that it is kept.
  const within = async (base, names, act) => {
    const change = base.transaction(names, "readwrite", { durability: "strict" });
    const done = new Promise((resolve, reject) => {
      change.oncomplete = resolve;
      change.onabort = () => reject(change.error);
    });
    const answer = await act((name) => change.objectStore(name));
    await done;
    return answer;
  };

  const derived = async (code, salt) => {
    const material = await crypto.subtle.importKey("raw", words.encode(code), "PBKDF2", false, ["deriveKey"]);
    return crypto.subtle.deriveKey(
      { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS },
      material,
      { name: "AES-GCM", length: 256 },
      false,
      ["encrypt", "decrypt"],
    );
  };

  const sealed = async (key, id, bytes) => {
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce, additionalData: words.encode(id) }, key, bytes);
    return { nonce, data };
  };

  const unsealed = (key, id, kept) =>
    crypto.subtle.decrypt({ name: "AES-GCM", iv: kept.nonce, additionalData: words.encode(id) }, key, kept.data);

  class Opened {
    constructor(base, key) {
      this.base = base;
      this.key = key;
    }

    async put(kind, id, value) {
      const bytes = value instanceof ArrayBuffer ? value : words.encode(JSON.stringify(value));
      const kept = await sealed(this.key, id, bytes);
      await within(this.base, ["sealed"], (store) => asked(store("sealed").put({ id, kind, at: Date.now(), ...kept })));
    }

    async bytes(id) {
      const kept = await asked(this.base.transaction("sealed").objectStore("sealed").get(id));
      return kept === undefined ? undefined : unsealed(this.key, id, kept);
    }

    async all(kind) {
      const rows = await asked(this.base.transaction("sealed").objectStore("sealed").getAll());
      const mine = rows.filter((row) => row.kind === kind);
      return Promise.all(
        mine.map(async (row) => ({
          id: row.id,
          until: row.at + LIFE,
          value: JSON.parse(plain.decode(await unsealed(this.key, row.id, row))),
        })),
      );
    }

    async drop(ids) {
      await within(this.base, ["sealed"], (store) => Promise.all(ids.map((id) => asked(store("sealed").delete(id)))));
    }
  }

  return {
    life: LIFE,

    async exists() {
      const base = await opened();
      return (await asked(base.transaction("lock").objectStore("lock").get("lock"))) !== undefined;
    },

    // Old things go before anybody asks for the pass code: nobody has to come back for that.
    async sweep() {
      const base = await opened();
      return within(base, ["sealed"], async (store) => {
        const rows = await asked(store("sealed").getAll());
        const old = rows.filter((row) => row.at + LIFE < Date.now());
        await Promise.all(old.map((row) => asked(store("sealed").delete(row.id))));
        return old.filter((row) => row.kind === "record").length;
      });
    },

    async make(code) {
      const base = await opened();
      const salt = crypto.getRandomValues(new Uint8Array(16));
      const key = await derived(code, salt);
      const proof = await sealed(key, "lock", words.encode("open"));
      await within(base, ["lock"], (store) => asked(store("lock").add({ salt, ...proof }, "lock")));
      return new Opened(base, key);
    },

    // Undefined where the pass code is not the one that locked.
    async open(code) {
      const base = await opened();
      const lock = await asked(base.transaction("lock").objectStore("lock").get("lock"));
      const key = await derived(code, lock.salt);
      try {
        await unsealed(key, "lock", lock);
      } catch {
        return undefined;
      }
      return new Opened(base, key);
    },

    async wipe() {
      const base = await opened();
      await within(base, ["lock", "sealed"], (store) => Promise.all([asked(store("lock").clear()), asked(store("sealed").clear())]));
    },
  };
})();
