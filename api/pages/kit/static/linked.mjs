/* Fills in the reference that stands behind # in the link of a notice. No browser sends that part,
   so no log has it. It is taken out of the address at once, and of no page that comes after. */

const REFERENCE = /^#[0-9A-Za-z]{4}(-?[0-9A-Za-z]{4}){2}-?[0-9A-Za-z]$/;
const field = document.getElementById("reference");

if (field && REFERENCE.test(location.hash)) {
  if (!field.value) field.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname + location.search);
  document.getElementById("last_four").focus();
}
