"""手机: what each officer's phones still hold and have not sent, as the phones themselves tell it."""
