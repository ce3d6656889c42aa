"""An office hands its parcels to the carrier: labels, scans, and the manifest that both sign."""
