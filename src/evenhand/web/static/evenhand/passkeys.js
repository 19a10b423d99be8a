// Passkeys can only be asked for by a script; nothing else here needs one.
(() => {
  "use strict";

  const toBytes = (text) => {
    const padded = text.replace(/-/g, "+").replace(/_/g, "/").padEnd(Math.ceil(text.length / 4) * 4, "=");
    return Uint8Array.from(atob(padded), (letter) => letter.charCodeAt(0));
  };

  const toText = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");

  const known = (list) => (list || []).map((one) => ({ ...one, id: toBytes(one.id) }));

  const make = (options) => {
    const wanted = options.publicKey;
    return navigator.credentials.create({
      publicKey: {
        ...wanted,
        challenge: toBytes(wanted.challenge),
        user: { ...wanted.user, id: toBytes(wanted.user.id) },
        excludeCredentials: known(wanted.excludeCredentials),
        authenticatorSelection: {
          ...wanted.authenticatorSelection,
          residentKey: "required",
          requireResidentKey: true,
          userVerification: "required",
        },
      },
    });
  };

  const show = (options) => {
    const wanted = options.publicKey;
    return navigator.credentials.get({
      publicKey: {
        ...wanted,
        challenge: toBytes(wanted.challenge),
        allowCredentials: known(wanted.allowCredentials),
      },
    });
  };

  const asText = (credential) => {
    const response = {};
    for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (credential.response[part]) response[part] = toText(credential.response[part]);
    }
    return JSON.stringify({
      id: credential.id,
      rawId: toText(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment,
      clientExtensionResults: credential.getClientExtensionResults(),
      response,
    });
  };

  const asked = async (form) => {
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error("The server did not say what to ask for.");
    return (await answer.json()).request_options;
  };

  const ways = {
    add: (form) => make(JSON.parse(form.dataset.options)),
    show: (form) => show(JSON.parse(form.dataset.options)),
    "sign-in": async (form) => show(await asked(form)),
  };

  if (!window.PublicKeyCredential) return;
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    const wrong = form.querySelector("[data-passkey-wrong]");
    form.querySelector("[data-passkey-button]").addEventListener("click", async () => {
      wrong.hidden = true;
      try {
        form.elements.credential.value = asText(await ways[form.dataset.passkey](form));
        form.submit();
      } catch {
        wrong.hidden = false;
      }
    });
  }
})();
