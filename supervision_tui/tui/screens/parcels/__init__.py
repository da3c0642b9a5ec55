"""From notebook to notebook: who is paired with this one, a parcel to send, a parcel that came."""
