"""What is agreed with targets, whatever their kind: messages, manifests, the contract, a line to talk over."""
