package id.narahubung.requests;

import id.narahubung.access.Permission;

/** What can be done to a request as a whole, and the permission each takes. */
public enum RequestAction {
  EDIT(Permission.DRAFT_REQUESTS),
  SUBMIT(Permission.DRAFT_REQUESTS),
  DISCARD(Permission.DRAFT_REQUESTS),
  RESTORE(Permission.DRAFT_REQUESTS),
  RETURN(Permission.SEND_REQUESTS),
  SEND(Permission.SEND_REQUESTS),
  ACKNOWLEDGE(Permission.ACKNOWLEDGE_REQUESTS),
  WRITE(Permission.WRITE_MESSAGES),
  WITHDRAW(Permission.WITHDRAW_REQUESTS);

  private final Permission permission;

  RequestAction(Permission permission) {
    this.permission = permission;
  }

  public Permission permission() {
    return permission;
  }
}
