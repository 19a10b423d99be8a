"""What Evenhand is measured against: the same work as others would write it. No part of the product."""
